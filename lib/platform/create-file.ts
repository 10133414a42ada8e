import 'server-only'
import { linkSync, rmSync, writeFileSync } from 'node:fs'

export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code

/**
 * Creates a file that only its owner may read, unless there is one; says whether it did. The file appears with all of
 * its content: with the flag `wx` alone, another process could read it while it is still empty.
 */
export function createFile(file: string, content: string): boolean {
  const draft = `${file}.${crypto.randomUUID()}`
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o600 })
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
