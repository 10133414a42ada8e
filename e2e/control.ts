/** The sandbox's control API, as a script uses it: with the token from the data folder. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Server } from './server'

export async function control(server: Server, method: string, path: string, body?: unknown): Promise<Response> {
  const token = await readFile(join(server.dataDir, 'sandbox-control-token'), 'utf8')
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return fetch(`${server.url}/sandbox/control${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...init,
  })
}
