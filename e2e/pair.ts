import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A private key and a certificate for it, in PEM, as openssl makes them. */
export function makePair(commonName: string): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-pair-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const options = ['-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', `/CN=${commonName}`]
  execFileSync('openssl', ['req', '-x509', ...options, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  const pair = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  rmSync(folder, { recursive: true })
  return pair
}

/**
 * A PFX file with a pair of its own; gives its path. With `expired` its last day is over: before version 3.4 openssl
 * takes no dates for that, but a negative number of days.
 */
export function makePfx(password: string, { expired = false } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-pfx-'))
  const openssl = (command: string) => execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'ignore' })
  openssl('req -newkey rsa:2048 -nodes -subj /CN=imported -keyout key.pem -out request.pem')
  openssl(`x509 -req -in request.pem -signkey key.pem -days ${expired ? -1 : 90} -out cert.pem`)
  openssl(`pkcs12 -export -inkey key.pem -in cert.pem -out pair.pfx -passout pass:${password}`)
  return join(folder, 'pair.pfx')
}

/** Two pairs in one text, so that somebody has to choose. */
export function twoPairs(...commonNames: readonly [string, string]): string {
  return commonNames
    .map(makePair)
    .map(({ key, certificate }) => key + certificate)
    .join('')
}

/** A text as a file that a person chooses. */
export const pemFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/x-pem-file',
  buffer: Buffer.from(text),
})
