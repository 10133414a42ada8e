'use client'
import { warningDays } from '#lib/certificates/expiry/schema'
import type { Certificate } from '#lib/certificates/schema'
import { Badge } from '#ui/badge'
import { daysText } from '#ui/duration'

const dayLength = 86_400_000
const [warnDays] = warningDays

/** Days from now until the instant; negative when it is past. */
const daysUntil = (iso: string): number => (Date.parse(iso) - Date.now()) / dayLength

/** How long a certificate is still good for. Entra ID refuses an expired one, so the warning comes early. */
export function Validity({ certificate }: { readonly certificate: Pick<Certificate, 'notAfter'> }) {
  const left = daysUntil(certificate.notAfter)
  if (left < 0) {
    return (
      <Badge tone="failed" icon="cross">
        Expired
      </Badge>
    )
  }
  const text = left < 1 ? 'Less than a day left' : `${daysText(Math.round(left))} left`
  return left <= warnDays ? (
    <Badge tone="warned" icon="alert">
      {text}
    </Badge>
  ) : (
    <Badge tone="passed" icon="check">
      Valid, {text}
    </Badge>
  )
}
