import 'server-only'
import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file for ourselves alone; written beside and renamed, so that a crash leaves the old one or the new one. */
export function writePrivateFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
