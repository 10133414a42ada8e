import type { FileOf, Recipe } from './make-files'
import { password } from './passwords'

const pkcs8 = (options: string) => `openssl pkcs8 -topk8 -in key.pem -passout pass:${password} ${options}`
const old = '-provider legacy -provider default'
const dekInfo = (cipher: string) => `openssl rsa -in key.pem -traditional -${cipher} -passout pass:${password} ${old}`

type Bend = (text: string) => string | Uint8Array

const bent =
  (name: string, bend: Bend): Recipe =>
  async (of) =>
    bend((await of(name)).toString())

const joined =
  (...names: readonly string[]): Recipe =>
  async (of: FileOf) =>
    Buffer.concat(await Promise.all(names.map(of)))

const base64 =
  (name: string, bend: Bend = (text) => text): Recipe =>
  async (of) =>
    bend((await of(name)).toString('base64'))

const inLines = (text: string) => text.replace(/.{64}/g, '$&\r\n')
/** As .NET escapes a string in JSON. */
const inJson = (text: string) => JSON.stringify(text).replaceAll('+', '\\u002B')

/** PEM, DER and P7B: certificates, keys, and both in one file, in every spelling. */
export const pemRecipes: Readonly<Record<string, Recipe>> = {
  'both.pem': joined('cert.pem', 'key.pem'),
  'key-first.pem': joined('pkcs1.pem', 'cert.pem'),
  'chain.pem': joined('ca.pem', 'issued.pem', 'key.pem'),
  'renewed-both.pem': joined('cert.pem', 'renewed.pem', 'key.pem'),
  'several.pem': joined('key.pem', 'cert.pem', 'other.pem', 'other.key'),
  'bags.pem': `openssl pkcs12 -in windows.pfx -nodes -passin pass:${password}`,
  'trusted.pem': 'openssl x509 -in cert.pem -trustout -addtrust clientAuth',

  'encrypted.pem': pkcs8(''),
  'triple-des.pem': pkcs8('-v2 des3 -v2prf hmacWithSHA1'),
  'scrypt.pem': pkcs8('-scrypt'),
  'pbes1-3des.pem': pkcs8('-v1 PBE-SHA1-3DES'),
  'pbes1-rc2.pem': pkcs8(`-v1 PBE-SHA1-RC2-40 ${old}`),
  'pbes1-md5-des.pem': pkcs8(`-v1 PBE-MD5-DES ${old}`),
  'pbes1-sha1-des.pem': pkcs8(`-v1 PBE-SHA1-DES ${old}`),
  'pbes1-md5-rc2.pem': pkcs8(`-v1 PBE-MD5-RC2-64 ${old}`),
  'pbes1-rc4.pem': pkcs8(`-v1 PBE-SHA1-RC4-128 ${old}`),
  'camellia.pem': pkcs8('-v2 camellia256'),
  'dek-aes.pem': dekInfo('aes256'),
  'dek-3des.pem': dekInfo('des3'),
  'dek-des.pem': dekInfo('des'),
  'dek-camellia.pem': dekInfo('camellia256'),
  'costly.pem': pkcs8('-iter 600001'),
  'both-encrypted.pem': joined('cert.pem', 'encrypted.pem'),
  'both-scrypt.pem': joined('cert.pem', 'scrypt.pem'),
  'both-dek-info.pem': joined('dek-des.pem', 'cert.pem'),

  'crlf.pem': bent('both.pem', (text) => text.replaceAll('\n', '\r\n')),
  'cr.pem': bent('both.pem', (text) => text.replaceAll('\n', '\r')),
  'bom.pem': bent('both.pem', (text) => `\ufeff${text}`),
  'utf-16le.pem': bent('both.pem', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  'utf-16be.pem': bent('both.pem', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
  'utf-16-without-bom.pem': bent('both.pem', (text) => Buffer.from(text, 'utf16le')),
  'spelled-out.pem': bent('both.pem', (text) => text.replaceAll('\n', '\\n')),
  'spelled-out-dek-info.pem': bent('both-dek-info.pem', (text) => text.replaceAll('\n', '\\r\\n')),
  'json.pem': bent('both.pem', inJson),
  'json-in-json.pem': bent('both.pem', (text) => inJson(JSON.stringify({ pem: text }))),
  'one-line.pem': bent('both.pem', (text) => text.replaceAll('\n', ' ')),
  'indented.pem': bent('both.pem', (text) => text.replaceAll('\n', '\n    ')),

  'cert.der': 'openssl x509 -in cert.pem -outform der',
  'pkcs1.der': 'openssl rsa -in key.pem -traditional -outform der',
  'pkcs8.der': 'openssl pkcs8 -topk8 -nocrypt -in key.pem -outform der',
  'encrypted.der': pkcs8('-outform der'),
  'pbes1.der': pkcs8('-v1 PBE-SHA1-3DES -outform der'),

  'cert.b64': base64('cert.der'),
  'cert-lines.b64': base64('cert.der', inLines),
  'pkcs8.b64': base64('pkcs8.der', inLines),
  'encrypted.b64': base64('encrypted.der'),
  'pfx.b64': base64('aes.pfx'),
  'pfx-lines.b64': base64('aes.pfx', inLines),
  'pfx-url.b64': base64('aes.pfx', (text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  'pfx-json.b64': base64('aes.pfx', inJson),
  'pfx-utf-16.b64': base64('aes.pfx', (text) => Buffer.from(`\ufeff${text}\r\n`, 'utf16le')),
  'pfx-armour.pem': base64('aes.pfx', (text) => `-----BEGIN PKCS12-----\n${inLines(text)}\n-----END PKCS12-----\n`),
  'pem.b64': base64('both.pem'),

  'chain.p7b': 'openssl crl2pkcs7 -nocrl -certfile ca.pem -certfile issued.pem',
  'chain-der.p7b': 'openssl crl2pkcs7 -nocrl -certfile ca.pem -certfile issued.pem -outform der',
  'with-key.p7b': joined('chain.p7b', 'key.pem'),
  'empty.p7b': 'openssl crl2pkcs7 -nocrl',
}

/** What people choose by mistake. */
export const foreignRecipes: Readonly<Record<string, Recipe>> = {
  'request.der': 'openssl req -in request.csr -outform der',
  'with-request.pem': joined('request.csr', 'cert.pem'),
  'new-request.csr': bent('request.csr', (text) => text.replaceAll('CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST')),
  ssh: "ssh-keygen -q -t rsa -b 2048 -N '' -f ssh",
  'ssh.pub': 'ssh-keygen -y -f ssh',
  'ssh2.pub': () => '---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2E=\n---- END SSH2 PUBLIC KEY ----\n',
  'key.ppk': () => 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n',
  'store.jks': () => Buffer.from('feedfeed00000002', 'hex'),
  'store.jceks': () => Buffer.from('cececece00000002', 'hex'),
  'store.b64': () => Buffer.from('feedfeed00000002', 'hex').toString('base64'),
  nothing: () => '',
  letter: () => 'Dear reader,\nthis is not what you are looking for.\n',
  random: () => Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 151 + 49) % 256)),
  'cut.pem': bent('cert.pem', (text) => text.slice(0, 400)),
  'authorities.pem': bent('ca.pem', (text) => text.repeat(33)),
  'nested.der': () => Buffer.from(`3080020103${'3080'.repeat(60_000)}`, 'hex'),
  'backslashes.pem': () => '\\'.repeat(250_000),
  large: () => Buffer.alloc(300 * 1024, 0x30),
}
