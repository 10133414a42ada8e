import 'server-only'
import { readFileSync, rmSync } from 'node:fs'
import { createFile, hasCode } from '#lib/platform/create-file'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return hasCode(error, 'EPERM')
  }
}

/** In a container every start has the same process ID, so our own number in the file is that of an earlier start. */
const isHeld = (owner: number) => owner > 0 && owner !== process.pid && isAlive(owner)

/**
 * Keeps a second process away: two PGlites on one folder lose rows without an error, and PGlite has no lock of its own.
 * The lock of a process that was killed is taken over.
 * @returns what releases the lock
 * @throws Error with one sentence that names the process which has the folder
 */
export function lockDirectory(directory: string): () => void {
  const file = `${directory}.lock`
  const take = () => createFile(file, String(process.pid))
  if (!take()) {
    const owner = Number(readFileSync(file, 'utf8'))
    if (isHeld(owner)) throw new Error(`The data folder is in use by process ${owner}. Stop that Certboard first.`)
    rmSync(file, { force: true })
    if (!take()) throw new Error('The data folder is being opened by another process.')
  }
  return () => rmSync(file, { force: true })
}
