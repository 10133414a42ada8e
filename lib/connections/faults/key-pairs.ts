import { createPrivateKey } from 'node:crypto'
import type { Signer } from '#lib/platform/entra/signer'
import { signerOf } from '#lib/platform/testing/signer'
import { ellipticAlgorithm, makeCertificate, rsaAlgorithm } from '#lib/sandbox/standalone/make-certificate'

const day = 24 * 60 * 60 * 1000
export const inDays = (days: number): Date => new Date(Date.now() + days * day)

/** What is known of our certificate, if it is valid from and to so many days from now. */
export const validFor = (from: number, to: number) => ({
  subject: 'CN=ours',
  keySize: 2048,
  notBefore: inDays(from).toISOString(),
  notAfter: inDays(to).toISOString(),
})

interface KeyPair {
  readonly certificatePem: string
  readonly privateKeyPem: string
  readonly signer: Signer
}

export interface KeyPairs {
  readonly ours: KeyPair
  readonly stranger: KeyPair
  /** Of 1024 bits. */
  readonly short: KeyPair
  readonly elliptic: KeyPair
}

async function makeKeyPair(commonName: string, algorithm: Parameters<typeof makeCertificate>[0]['algorithm']) {
  const dates = { notBefore: inDays(-30), notAfter: inDays(300) }
  const { certificate, key } = await makeCertificate({ commonName, algorithm, ...dates })
  return { certificatePem: certificate, privateKeyPem: key, signer: signerOf(certificate, createPrivateKey(key)) }
}

export async function makeKeyPairs(): Promise<KeyPairs> {
  const [ours, stranger, short, elliptic] = await Promise.all([
    makeKeyPair('ours', rsaAlgorithm(2048)),
    makeKeyPair('stranger', rsaAlgorithm(2048)),
    makeKeyPair('short', rsaAlgorithm(1024)),
    makeKeyPair('elliptic', ellipticAlgorithm),
  ])
  return { ours, stranger, short, elliptic }
}
