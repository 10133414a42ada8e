import 'server-only'
import type { KeyObject, X509Certificate } from 'node:crypto'

/** A public key that the app registration trusts. Thumbprints are upper-case hex, dates ISO 8601. */
export interface RegisteredCertificate {
  readonly subject: string
  readonly notBefore: string
  readonly notAfter: string
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
}

export interface TrustedKey extends RegisteredCertificate {
  readonly pem: string
  readonly publicKey: KeyObject
}

const hex = (fingerprint: string): string => fingerprint.replaceAll(':', '')

/** `validFrom` and `validTo` are OpenSSL's text; Node 20 has no `validFromDate`. */
const iso = (date: string): string => new Date(date).toISOString()

export const trustedKeyOf = (certificate: X509Certificate): TrustedKey => ({
  subject: certificate.subject.replaceAll('\n', ', '),
  notBefore: iso(certificate.validFrom),
  notAfter: iso(certificate.validTo),
  thumbprintSha1: hex(certificate.fingerprint),
  thumbprintSha256: hex(certificate.fingerprint256),
  pem: certificate.toString(),
  publicKey: certificate.publicKey,
})

/** What the portal shows: everything but the key itself. */
export function shown({ pem: _, publicKey: __, ...certificate }: TrustedKey): RegisteredCertificate {
  return certificate
}
