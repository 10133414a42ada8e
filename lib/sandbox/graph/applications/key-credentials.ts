import 'server-only'
import type { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { readCertificateFile } from '../../control/certificate-file'
import { type TrustedKey, trustedKeyOf } from '../../control/registered-certificate'
import { refuse } from '../protocol/errors'

const dateSchema = z.iso.datetime({ offset: true }).nullish()

export const keyCredentialSchema = z.strictObject({
  '@odata.type': z.string().optional(),
  /** Taken and not kept: the sandbox always tells the thumbprint. */
  customKeyIdentifier: z.string().nullish(),
  displayName: z.string().nullish(),
  keyId: z.guid().nullish(),
  /** Base64, of DER or of PEM. */
  key: z.string().nullish(),
  startDateTime: dateSchema,
  endDateTime: dateSchema,
  type: z.string(),
  usage: z.string(),
})
type KeyCredential = z.output<typeof keyCredentialSchema>

/** @throws 501: the other kinds sign what a service sends, and the sandbox has no such services */
function requireCertificate({ type, usage }: KeyCredential): void {
  if (type === 'AsymmetricX509Cert' && usage === 'Verify') return
  throw refuse.notEmulated(`key credentials of type ${type} with usage ${usage}`)
}

/**
 * Clients break the base64 into lines or not. A private key, a PKCS #12 file and nonsense are no certificates.
 * @throws 400
 */
function certificateIn(key: string): X509Certificate {
  try {
    return readCertificateFile(Buffer.from(key, 'base64'))
  } catch {
    throw refuse.keyValue()
  }
}

/** Longer names are accepted but shortened, as the documentation has it. */
const shortened = (name: string | null | undefined): string | null => name?.slice(0, 90) ?? null

/** Where the client names no dates, the certificate's are meant. */
const chosen = (date: string | null | undefined, fallback: string): string =>
  date ? new Date(date).toISOString() : fallback

/**
 * That an end before the beginning is refused like one that is too late is unverified.
 * @throws 400
 */
function newKey(credential: KeyCredential): TrustedKey {
  const { key, keyId, displayName, startDateTime, endDateTime } = credential
  requireCertificate(credential)
  if (!key) throw refuse.keyValue()
  const certificate = certificateIn(key)
  const own = trustedKeyOf(certificate)
  const notBefore = chosen(startDateTime, own.notBefore)
  const notAfter = chosen(endDateTime, own.notAfter)
  if (notAfter > own.notAfter || notAfter <= notBefore) throw refuse.keyEndDate()
  if (notBefore < own.notBefore) throw refuse.keyStartDate()
  return trustedKeyOf(certificate, {
    keyId: keyId ?? crypto.randomUUID(),
    displayName: shortened(displayName),
    notBefore,
    notAfter,
  })
}

/** @throws 400 */
function keptKey({ key }: KeyCredential, known: TrustedKey): TrustedKey {
  if (key && trustedKeyOf(certificateIn(key)).thumbprintSha256 !== known.thumbprintSha256) {
    throw refuse.keyChanged(known.keyId)
  }
  return known
}

/**
 * What the credentials of an app become: those that are listed, and no others. One that the app has already, by its key
 * ID, stays as it is, although clients send it back without the key, which they cannot read.
 * @throws 400, 501
 */
export const keysOf = (credentials: readonly KeyCredential[], known: readonly TrustedKey[]): TrustedKey[] =>
  credentials.map((credential) => {
    const before = known.find(({ keyId }) => keyId === credential.keyId)
    return before ? keptKey(credential, before) : newKey(credential)
  })
