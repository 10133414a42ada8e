import 'server-only'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { createSandbox, type SandboxChanges } from '#lib/sandbox/index'
import { pinned } from './pinned'

const changesFile = () => join(env().DATA_DIR, 'sandbox.json')

/** The file is ours alone; a broken one stops the start rather than losing what somebody had set up. */
const load = (): SandboxChanges | undefined =>
  existsSync(changesFile()) ? JSON.parse(readFileSync(changesFile(), 'utf8')) : undefined

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
function save(changes: SandboxChanges): void {
  writeFileSync(`${changesFile()}.new`, JSON.stringify(changes), { mode: 0o600 })
  renameSync(`${changesFile()}.new`, changesFile())
}

export const sandboxIsOn = (): boolean => env().SANDBOX === 'on'

/**
 * The embedded sandbox. What a person changes in it survives a restart.
 * @throws not_found where the operator has switched it off
 */
export async function sandbox() {
  if (!sandboxIsOn()) throw new AppError('not_found', { detail: 'The sandbox is switched off here (SANDBOX=off).' })
  return pinned('sandbox', async () => createSandbox({ items: env().SANDBOX_ITEMS, load, save }))
}
