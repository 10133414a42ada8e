import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { makeCertificate } from '#lib/certificates/make-certificate'
import { signBytes } from '#lib/platform/entra/signature'
import type { Signer } from '#lib/platform/entra/signer'

const hex = (fingerprint: string) => fingerprint.replaceAll(':', '')

/** The very signer of production, but for the database and the vault that it reads its key from. */
const signerOf = (certificate: X509Certificate, key: KeyObject): Signer => ({
  thumbprintSha1: hex(certificate.fingerprint),
  thumbprintSha256: hex(certificate.fingerprint256),
  sign: (algorithm, bytes) => signBytes(key, algorithm, bytes),
})

/** @param pem certificate and private key in one text */
export const signerFromPem = (pem: string): Signer => signerOf(new X509Certificate(pem), createPrivateKey(pem))

/** A new RSA 3072 pair, as Certboard generates them. */
export async function benchCertificate() {
  const pair = await makeCertificate({ commonName: 'bench', lifetimeDays: 1, keySize: 3072, now: Date.now() })
  return {
    signer: signerOf(pair.certificate, pair.privateKey),
    privateKey: pair.privateKey,
    certificatePem: pair.certificate.toString(),
  }
}
