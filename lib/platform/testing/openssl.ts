import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** The real openssl in a throw-away folder of its own; file names are relative to it. */
export function opensslFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-openssl-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' })

  return {
    run,
    /** @param command as one would type it; no argument may hold a space */
    openssl: (command: string): string => run('openssl', command.split(' ')),
    read: (name: string): Buffer => readFileSync(join(folder, name)),
    write: (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content),
  }
}
