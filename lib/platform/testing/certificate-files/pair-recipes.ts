import { createPrivateKey, createPublicKey, type JsonWebKey, randomBytes } from 'node:crypto'
import forge from 'node-forge'
import type { Recipe } from './make-files'

const certificate = (key: string, options = '') => `openssl req -x509 -key ${key} -days 30 -subj /CN=pair ${options}`

/** The same key under its old name. */
const traditional = (key: string) => `openssl rsa -in ${key} -traditional`

const oddNumber = (bits: number) => {
  const bytes = randomBytes(bits / 8)
  bytes[0] = 0x80 | (bytes[0] ?? 0)
  bytes[bytes.length - 1] = 1 | (bytes.at(-1) ?? 0)
  return bytes.toString('base64url')
}

/** Only its size is right, but making a real one of this size takes minutes. */
function hugeKey(): JsonWebKey {
  const [n, half] = [oddNumber(16_384), oddNumber(8192)]
  return { kty: 'RSA', n, e: 'AQAB', d: n, p: half, q: half, dp: half, dq: half, qi: half }
}

/** openssl's own commands cannot date a certificate ahead before version 3.4. */
function beginsTomorrow(keyPem: string): string {
  const dayMs = 24 * 60 * 60 * 1000
  const privateKey = forge.pki.privateKeyFromPem(keyPem)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e)
  certificate.validity.notBefore = new Date(Date.now() + dayMs)
  certificate.validity.notAfter = new Date(Date.now() + 30 * dayMs)
  certificate.sign(privateKey, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/** Keys, and certificates for them. */
export const pairRecipes: Readonly<Record<string, Recipe>> = {
  'key.pem': 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048',
  'cert.pem': certificate('key.pem'),
  'renewed.pem': 'openssl req -x509 -key key.pem -days 90 -subj /CN=renewed',
  'pkcs1.pem': traditional('key.pem'),
  'public.pem': 'openssl pkey -in key.pem -pubout',

  'ca.key': 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048',
  'ca.pem': 'openssl req -x509 -key ca.key -days 30 -subj /CN=authority',
  'request.csr': 'openssl req -new -key key.pem -subj /CN=pair',
  'issued.pem': 'openssl x509 -req -in request.csr -CA ca.pem -CAkey ca.key -set_serial 2 -days 20',
  'later.pem': async (of) => beginsTomorrow((await of('pkcs1.pem')).toString()),
  'expired.pem': 'openssl x509 -req -in request.csr -signkey key.pem -days -1',

  'other.key': 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048',
  'other.pem': 'openssl req -x509 -key other.key -days 60 -subj /CN=other',

  'rsa-1024.key': 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024',
  'rsa-1024.pem': certificate('rsa-1024.key'),
  // Four primes are found much sooner than two; the public key is like any other.
  'rsa-5120.key': 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:5120 -pkeyopt rsa_keygen_primes:4',
  'rsa-5120.pem': certificate('rsa-5120.key'),
  'rsa-16384.key': () => createPrivateKey({ key: hugeKey(), format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }),
  'rsa-16384.pub': async (of) => createPublicKey(await of('rsa-16384.key')).export({ type: 'spki', format: 'pem' }),
  'rsa-16384.pem':
    'openssl x509 -req -in request.csr -CA ca.pem -CAkey ca.key -set_serial 3 -force_pubkey rsa-16384.pub',

  'ec.key': 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
  'ec.pem': certificate('ec.key'),
  'ec-sec1.key': 'openssl ec -in ec.key',
  'ed25519.key': 'openssl genpkey -algorithm ed25519',
  'ed25519.pem': certificate('ed25519.key'),
  'dsa-parameters': 'openssl genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024',
  'dsa.key': 'openssl genpkey -paramfile dsa-parameters',
  'dsa.pem': certificate('dsa.key'),

  'pss.key': 'openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048',
  'pss.pem': certificate('pss.key'),
  'pss-traditional.key': traditional('pss.key'),
  'pss-plain.pem': async (of) =>
    (await of('pss-traditional.key')).toString().replaceAll('RSA-PSS PRIVATE', 'RSA PRIVATE'),
  'pss-plain-certificate.pem': certificate('pss-plain.pem'),
}
