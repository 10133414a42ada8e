import 'server-only'
import type { X509Certificate } from 'node:crypto'
import { AppError } from '#lib/platform/errors/index'
import type { Certificate } from './schema'

export type CertificateFacts = Pick<
  Certificate,
  'subject' | 'notBefore' | 'notAfter' | 'thumbprintSha1' | 'thumbprintSha256' | 'keySize'
>

/** Node gives dates as OpenSSL prints them; `validFromDate` is younger than Node 20. */
function isoDate(text: string): string {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) {
    throw new AppError('certificate_file_unreadable', { detail: 'Its dates of validity cannot be read.' })
  }
  return date.toISOString()
}

const withoutColons = (fingerprint: string): string => fingerprint.replaceAll(':', '')

/** Node writes one part of the name per line, and gives nothing at all for a certificate without a subject. */
const subjectOf = ({ subject }: { readonly subject: string | undefined }): string =>
  (subject ?? '').split('\n').join(', ')

/**
 * What is shown of a certificate, read from its public part.
 * @throws certificate_file_unreadable when its dates make no sense
 */
export const factsOf = (certificate: X509Certificate): CertificateFacts => ({
  subject: subjectOf(certificate),
  notBefore: isoDate(certificate.validFrom),
  notAfter: isoDate(certificate.validTo),
  thumbprintSha1: withoutColons(certificate.fingerprint),
  thumbprintSha256: withoutColons(certificate.fingerprint256),
  keySize: certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
})
