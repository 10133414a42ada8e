import 'reflect-metadata'
import { constants, createPrivateKey, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { Signer } from '#lib/platform/entra/signer'

const optionsOf = {
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
  RS256: { padding: constants.RSA_PKCS1_PADDING },
}

const signWith =
  (key: KeyObject): Signer['sign'] =>
  async (algorithm, bytes) =>
    sign('sha256', bytes, { key, ...optionsOf[algorithm] })

/** A signer with a key of its own and made-up thumbprints, for those who do not compare them. */
export function createTestSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signer: Signer = {
    thumbprintSha1: '0123456789ABCDEF0123456789ABCDEF01234567',
    thumbprintSha256: 'FEDCBA9876543210FEDCBA9876543210FEDCBA9876543210FEDCBA9876543210',
    sign: signWith(privateKey),
  }
  return { signer, publicKey }
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
const day = 24 * 60 * 60 * 1000

/** What signs with a private key under its certificate's thumbprints. */
export function signerOf(certificatePem: string, privateKey: KeyObject): Signer {
  const { fingerprint, fingerprint256 } = new X509Certificate(certificatePem)
  return {
    thumbprintSha1: fingerprint.replaceAll(':', ''),
    thumbprintSha256: fingerprint256.replaceAll(':', ''),
    sign: signWith(privateKey),
  }
}

/** A signer with a self-signed certificate that is valid from yesterday until tomorrow. */
export async function createTestCertificate() {
  const keys = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=test',
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
    signingAlgorithm: rsa,
    keys,
  })
  const certificatePem = certificate.toString('pem')
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return { signer: signerOf(certificatePem, privateKey), certificatePem }
}
