import 'server-only'
import type { Notification } from '#lib/platform/notify/notification'
import type { Certificate } from '../schema'
import { warningDays } from './schema'

const day = 86_400_000

/** A connection that signs with the certificate. */
interface Use {
  readonly name: string
  /** Where to mend it; absent where nobody said under which address people reach us. */
  readonly url?: string
}

/** The nearest of the days that have begun: after a pause nobody needs to hear of the others. */
const nearestWarning = (left: number): number | undefined => warningDays.findLast((days) => left <= days * day)

function remaining(left: number): string {
  if (left <= 0) return 'has ended'
  const days = Math.ceil(left / day)
  return days === 1 ? 'ends within a day' : `ends in ${days} days`
}

function textOf({ subject, notAfter, thumbprintSha1 }: Certificate, uses: readonly Use[]): string {
  return [
    `Connections that sign in with it stop working at ${notAfter}:`,
    ...uses.map(({ name, url }) => (url ? `- ${name}: ${url}` : `- ${name}`)),
    '',
    'The page of the connection leads to the next certificate, under Rotation, without a break.',
    '',
    `Subject: ${subject}`,
    `SHA-1 thumbprint: ${thumbprintSha1}`,
  ].join('\n')
}

/**
 * What there is to say of a certificate that ends soon: on each of the warning days one notification, and nothing before
 * them. One that no connection signs with is nobody's trouble.
 */
export function expiryNotice(certificate: Certificate, uses: readonly Use[], now: Date): Notification | undefined {
  const { id, name, notAfter, thumbprintSha1 } = certificate
  const left = Date.parse(notAfter) - now.getTime()
  const days = nearestWarning(left)
  if (days === undefined || uses.length === 0) return undefined
  return {
    id: `certificate.expires/${id}/${days}`,
    type: 'certificate.expires',
    subject: `The certificate “${name}” ${remaining(left)}`,
    text: textOf(certificate, uses),
    data: { certificateId: id, name, notAfter, thumbprintSha1, connections: uses },
  }
}
