import 'server-only'
// @peculiar/x509 builds on tsyringe, which looks for this polyfill while it loads.
import 'reflect-metadata'
import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import { KeyUsageFlags, KeyUsagesExtension, Name, X509CertificateGenerator } from '@peculiar/x509'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
}
const dayMs = 24 * 60 * 60 * 1000
/** Entra ID's clock may be behind ours, and a certificate made now is often used within the minute. */
const backDatedMs = 10 * 60 * 1000

interface CertificateWish {
  readonly commonName: string
  readonly lifetimeDays: number
  /** RSA modulus length in bits. */
  readonly keySize: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The lifetime counts from the back-dated beginning: a tenant's policy limits the whole span, and a certificate of just
 * the longest lifetime allowed must not exceed it by minutes.
 */
function validity({ lifetimeDays, now }: CertificateWish) {
  const begins = now - backDatedMs
  return { notBefore: new Date(begins), notAfter: new Date(begins + lifetimeDays * dayMs) }
}

/** Given as a structure, not as text, so that no character of the name is read as syntax. */
const nameOf = (commonName: string) => new Name([{ CN: [{ utf8String: commonName }] }])

/** 15 random bytes behind one that keeps the number positive and its encoding minimal (RFC 5280 section 4.1.2.2). */
const randomSerialNumber = (): string =>
  `01${Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex')}`

/** Makes an RSA key pair and a version 3 certificate for it, self-signed with SHA-256, for signatures only. */
export async function makeCertificate(
  wish: CertificateWish,
): Promise<{ certificate: X509Certificate; privateKey: KeyObject }> {
  const keys = await webcrypto.subtle.generateKey({ ...algorithm, modulusLength: wish.keySize }, true, [
    'sign',
    'verify',
  ])
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      name: nameOf(wish.commonName),
      serialNumber: randomSerialNumber(),
      ...validity(wish),
      signingAlgorithm: algorithm,
      keys,
      extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)],
    },
    webcrypto as Crypto,
  )
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificate: new X509Certificate(Buffer.from(made.rawData)),
    privateKey: createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }),
  }
}
