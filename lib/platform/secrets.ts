import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createFile, hasCode } from './create-file'
import type { Env } from './env'

/** What seals private keys and settings, what seals the session cookie, what signs sign-in links. */
const secrets = z.object({ VAULT_KEYS: z.string(), SESSION_PASSWORDS: z.string(), SIGN_IN_SECRET: z.string() })
type Secrets = z.infer<typeof secrets>

const make = (): Secrets => ({
  VAULT_KEYS: `1:${randomBytes(32).toString('base64url')}`,
  SESSION_PASSWORDS: randomBytes(32).toString('base64url'),
  SIGN_IN_SECRET: randomBytes(32).toString('base64url'),
})

function read(file: string): Secrets | undefined {
  try {
    return secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new Error(
      `The secrets in ${file} cannot be read. Restore the file; without it nothing sealed can be opened.`,
      {
        cause: error,
      },
    )
  }
}

function write(dataDir: string, file: string, made: Secrets): boolean {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return createFile(file, JSON.stringify(made, null, 2))
  } catch (cause) {
    throw new Error(`The data folder ${dataDir} cannot be written to.`, { cause })
  }
}

type Opened = Secrets & { readonly made: boolean }

/** Of two processes that start at once one writes; the other then reads what was written. */
function readOrMake(dataDir: string, file: string): Opened {
  const kept = read(file)
  if (kept) return { ...kept, made: false }
  const made = make()
  return write(dataDir, file, made) ? { ...made, made: true } : readOrMake(dataDir, file)
}

const given = ({ VAULT_KEYS, SESSION_PASSWORDS, SIGN_IN_SECRET }: Env): Partial<Secrets> => ({
  ...(VAULT_KEYS ? { VAULT_KEYS } : {}),
  ...(SESSION_PASSWORDS ? { SESSION_PASSWORDS } : {}),
  ...(SIGN_IN_SECRET ? { SIGN_IN_SECRET } : {}),
})

/**
 * The secrets that the operator gave, and for the rest those kept in `<DATA_DIR>/secrets.json` (mode 0600), which are
 * made on first use. `made` says whether that was now.
 * @throws Error with one sentence when the file can be neither read nor written
 */
export function openSecrets(env: Env): Opened {
  const fromEnv = secrets.safeParse(given(env))
  if (fromEnv.success) return { ...fromEnv.data, made: false }
  return { ...readOrMake(env.DATA_DIR, join(env.DATA_DIR, 'secrets.json')), ...given(env) }
}
