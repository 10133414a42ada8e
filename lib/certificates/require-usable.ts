import 'server-only'
import { verify, type X509Certificate } from 'node:crypto'
import { paddingOf, signBytes } from '#lib/platform/entra/signature'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import { type CertificateFacts, factsOf } from './facts'
import type { Pair } from './reading/choose-pair'

const minimumKeySize = 2048
/** Entra ID names no upper limit, and takes more than the usual 4096; this one is ours. */
const maximumKeySize = 8192
/** An RSA key of 8192 bits has 4.7 KB; a file may claim a small modulus and hide a factor that takes hours to sign with. */
const maximumKeyBytes = 6 * 1024

/**
 * The certificate decides, because Entra ID sees nothing else. Of its keys RSA is documented; that one which calls itself
 * RSASSA-PSS is of no use there is unverified, and inferred from .NET, whose `GetRSAPublicKey` knows rsaEncryption alone.
 */
function requireRsa({ publicKey }: X509Certificate): void {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey
  if (type === 'rsa') return
  const code = type === 'rsa-pss' ? 'certificate_key_is_rsa_pss' : 'certificate_key_not_rsa'
  const value = [type, details?.namedCurve].filter(Boolean).join(', ')
  throw new AppError(code, { evidence: [{ label: 'Key type', value }] })
}

const ofSize = (code: ErrorCode, keySize: number): AppError =>
  new AppError(code, { evidence: [{ label: 'Key size', value: `${keySize} bits` }] })

function requireFittingSize(keySize: number): void {
  if (keySize < minimumKeySize) throw ofSize('certificate_key_too_small', keySize)
  if (keySize > maximumKeySize) throw ofSize('certificate_key_too_large', keySize)
}

function requireFittingKey({ privateKey }: Pair, keySize: number): void {
  const { byteLength } = privateKey.export({ type: 'pkcs8', format: 'der' })
  if (byteLength > maximumKeyBytes) throw ofSize('certificate_key_too_large', keySize)
}

function requireWithinDates({ notBefore, notAfter }: CertificateFacts, now: number): void {
  const evidence = [{ label: 'Valid', value: `${notBefore} – ${notAfter}` }]
  if (Date.parse(notAfter) <= now) throw new AppError('certificate_expired', { evidence })
  if (Date.parse(notBefore) > now) throw new AppError('certificate_not_yet_valid', { evidence })
}

/** A key fits by its public numbers even when its secret ones are damaged; only a signature shows that it works. */
async function requireSignature({ certificate, privateKey }: Pair): Promise<void> {
  const bytes = Buffer.from('certboard')
  const signature = await signBytes(privateKey, 'PS256', bytes).catch(() => new Uint8Array())
  const isValid = verify('sha256', bytes, { key: certificate.publicKey, ...paddingOf.PS256 }, signature)
  if (!isValid) throw new AppError('certificate_file_unreadable', { detail: 'The private key in the file is damaged.' })
}

/**
 * Makes sure that Entra ID would accept this certificate now, wherever its key is.
 * @param now milliseconds since 1970
 * @throws certificate_key_not_rsa, certificate_key_is_rsa_pss, certificate_key_too_small, certificate_key_too_large,
 * certificate_expired, certificate_not_yet_valid
 */
export function requireAcceptable(certificate: X509Certificate, now: number): void {
  requireRsa(certificate)
  const facts = factsOf(certificate)
  requireFittingSize(facts.keySize)
  requireWithinDates(facts, now)
}

/**
 * Makes sure that Entra ID would accept what this pair signs now.
 * @param now milliseconds since 1970
 * @throws what `requireAcceptable` throws; certificate_file_unreadable for a damaged key
 */
export async function requireUsable(pair: Pair, now: number): Promise<void> {
  requireAcceptable(pair.certificate, now)
  requireFittingKey(pair, factsOf(pair.certificate).keySize)
  await requireSignature(pair)
}
