import 'server-only'
import type { KeyObject, X509Certificate } from 'node:crypto'
import { guidOf } from '../identity'

/** On what terms a certificate is registered. The portal takes them from the certificate, Microsoft Graph lets them be chosen. */
interface Terms {
  /** Tells credentials of one app apart. */
  readonly keyId: string
  readonly displayName: string | null
  /** From when and until when Entra ID takes it: never longer than the certificate itself is valid. */
  readonly notBefore: string
  readonly notAfter: string
}

/** A public key that the app registration trusts. Thumbprints are upper-case hex, dates ISO 8601. */
export interface RegisteredCertificate extends Terms {
  readonly subject: string
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

const termsOf = (certificate: X509Certificate, subject: string): Terms => ({
  keyId: guidOf('key', certificate.fingerprint256),
  displayName: subject,
  notBefore: iso(certificate.validFrom),
  notAfter: iso(certificate.validTo),
})

/** @param terms where they are other than the portal's */
export function trustedKeyOf(certificate: X509Certificate, terms: Partial<Terms> = {}): TrustedKey {
  const subject = certificate.subject.replaceAll('\n', ', ')
  return {
    subject,
    ...termsOf(certificate, subject),
    thumbprintSha1: hex(certificate.fingerprint),
    thumbprintSha256: hex(certificate.fingerprint256),
    pem: certificate.toString(),
    publicKey: certificate.publicKey,
    ...terms,
  }
}

/** What the portal shows: everything but the key itself. */
export function shown({ pem: _, publicKey: __, ...certificate }: TrustedKey): RegisteredCertificate {
  return certificate
}
