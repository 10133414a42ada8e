import 'server-only'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import postgres from 'postgres'
import { lockDirectory } from './directory-lock'
import { isRunning, wireTo } from './wire'

const inMemory = 'memory://'

/**
 * The worker lies beside this file in the sources and under the working directory in a build, where Next has moved this
 * file into a bundle. Both `npm start` and the container run with the project's folder as working directory.
 */
function workerFile(): string {
  const inProject = join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/storage/pglite-worker.mjs')
  return existsSync(inProject) ? inProject : join(dirname(fileURLToPath(import.meta.url)), 'pglite-worker.mjs')
}

async function close(client: postgres.Sql, worker: Worker, unlock: () => void): Promise<void> {
  await client.end({ timeout: 1 })
  if (isRunning(worker)) {
    worker.postMessage('close')
    await once(worker, 'exit')
  }
  unlock()
}

/** @throws Error with one sentence when the folder cannot be used or another process has it open */
function prepare(dataDir: string): { directory: string; unlock: () => void } {
  const directory = join(dataDir, 'database')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new Error(`The data folder ${dataDir} cannot be written to.`, { cause })
  }
  return { directory, unlock: lockDirectory(directory) }
}

/**
 * Opens PGlite in a worker and gives the same client that a PostgreSQL server would get. It has one connection, so
 * transactions queue. A data folder belongs to one process at a time.
 * @param dataDir `memory://` for a database that is gone when it is closed
 */
export async function openEmbedded(dataDir: string): Promise<{ client: postgres.Sql; close: () => Promise<void> }> {
  const { directory, unlock } = dataDir === inMemory ? { directory: inMemory, unlock: () => {} } : prepare(dataDir)
  const worker = new Worker(workerFile(), { workerData: { directory } })
  await once(worker, 'message')
  const options = { database: 'postgres', user: 'postgres', max: 1, onnotice() {}, socket: () => wireTo(worker) }
  // `socket` is documented by postgres.js, but missing in its types.
  const client = postgres(options as postgres.Options<Record<string, never>>)
  return { client, close: () => close(client, worker, unlock) }
}
