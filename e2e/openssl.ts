/** Certificates as people bring them along, made by the real openssl in a folder of their own. */
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Makes a PFX file with a key of its own; gives its path. With `expired` its last day was long ago. */
export async function makePfx(password: string, { expired = false } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'certboard-pfx-'))
  const openssl = (command: string) => promisify(execFile)('openssl', command.split(' '), { cwd: folder })
  await openssl('req -newkey rsa:2048 -nodes -subj /CN=imported -keyout key.pem -out request.pem')
  const days = expired ? '-not_before 20200101000000Z -not_after 20210101000000Z' : '-days 90'
  await openssl(`x509 -req -in request.pem -signkey key.pem ${days} -out cert.pem`).catch(() =>
    // Before 3.4 openssl x509 takes no dates; a negative number of days ends it yesterday.
    openssl('x509 -req -in request.pem -signkey key.pem -days -1 -out cert.pem'),
  )
  await openssl(`pkcs12 -export -inkey key.pem -in cert.pem -out pair.pfx -passout pass:${password}`)
  return join(folder, 'pair.pfx')
}
