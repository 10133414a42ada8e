import 'server-only'
import { AppError, type Evidence, isAppError } from '#lib/platform/errors/index'
import { present, type SigningCertificate } from '../link'
import type { Check, Observation } from './check'

const day = 24 * 60 * 60 * 1000
const warnBefore = 30 * day

type Remark = Pick<Observation, 'verdict' | 'problem'>

const evidenceOf = ({ certificate, ...signer }: SigningCertificate): Evidence[] => [
  { label: 'Subject', value: certificate.subject },
  { label: 'Valid', value: `${certificate.notBefore} – ${certificate.notAfter}` },
  { label: 'SHA-1 thumbprint', value: signer.thumbprintSha1 },
  { label: 'SHA-256 thumbprint', value: signer.thumbprintSha256 },
]

/** @throws certificate_expired, certificate_not_yet_valid */
function requireWithinDates(signer: SigningCertificate): void {
  const { notBefore, notAfter } = signer.certificate
  if (Date.parse(notAfter) <= Date.now()) throw new AppError('certificate_expired', { evidence: evidenceOf(signer) })
  if (Date.parse(notBefore) > Date.now()) {
    throw new AppError('certificate_not_yet_valid', { evidence: evidenceOf(signer) })
  }
}

/** What a key vault made after the certificate was linked. That it cannot be asked keeps nobody from signing. */
async function remarkOnVersion(signer: SigningCertificate): Promise<Remark | undefined> {
  try {
    const newest = await signer.newestVersion?.()
    if (!newest || newest.isLinked) return undefined
    const evidence = [
      { label: 'Newer version', value: newest.version },
      { label: 'Ends', value: newest.notAfter },
      { label: 'Its SHA-1 thumbprint', value: newest.thumbprintSha1 },
      ...evidenceOf(signer),
    ]
    return { verdict: 'warned', problem: new AppError('key_vault_newer_version', { evidence }) }
  } catch (problem) {
    if (!isAppError(problem)) throw problem
    return { verdict: 'limited', problem }
  }
}

const remarkOnEnd = (signer: SigningCertificate, left: number): Remark | undefined =>
  left > warnBefore
    ? undefined
    : { verdict: 'warned', problem: new AppError('certificate_expires_soon', { evidence: evidenceOf(signer) }) }

/** A vault that has renewed the certificate already says more than that the old one ends. */
async function remarkOn(signer: SigningCertificate, left: number): Promise<Remark> {
  const ofVersion = await remarkOnVersion(signer)
  if (ofVersion?.verdict === 'warned') return ofVersion
  return remarkOnEnd(signer, left) ?? ofVersion ?? { verdict: 'passed' }
}

/** Proves without Entra ID that the key can be used and that the certificate is within its dates. */
export const certificateCheck: Check = {
  id: 'certificate',
  requires: [],
  async run(link) {
    const signer = present(link.certificate, link, 'certificateId')
    requireWithinDates(signer)
    await signer.sign('PS256', new TextEncoder().encode('certboard'))
    const { subject, keySize, notAfter } = signer.certificate
    const left = Date.parse(notAfter) - Date.now()
    const days = Math.floor(left / day)
    return {
      ...(await remarkOn(signer, left)),
      summary: `${subject}, RSA ${keySize}, ${days === 1 ? '1 day' : `${days} days`} left.`,
    }
  },
}
