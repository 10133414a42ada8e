import Link from 'next/link'
import type { Certificate } from '#lib/certificates/schema'
import type { Rotation } from '#lib/connections/rotation/schema'
import { expiryCalendar } from '#query/certificates'
import { DownloadLink } from '#ui/button'
import { Card } from '#ui/card'
import { Fact, Facts } from '#ui/facts'
import { LinkButton } from '#ui/link-button'
import { Ago, Day } from '#ui/moment'
import { Notice } from '#ui/notice'
import { Thumbprint } from '#ui/thumbprint'
import { Validity } from '../../certificates/validity'

function RotationState({ nextCertificateId, previousUsedAt }: Rotation) {
  if (previousUsedAt) {
    return (
      <Notice tone="warning" title="The old certificate had to help out">
        <p>
          Entra ID did not know the one that signs now (<Ago iso={previousUsedAt} />
          ). See Rotation.
        </p>
      </Notice>
    )
  }
  return (
    <Notice title={nextCertificateId ? 'The next certificate is being prepared' : 'The old certificate helps out'} />
  )
}

interface CertificateCardProps {
  readonly connectionId: string
  readonly certificate: Certificate
  readonly rotation: Rotation | undefined
}

/** What the connection signs with, and how long that goes on. */
export function CertificateCard({ connectionId, certificate, rotation }: CertificateCardProps) {
  const { id, name, notAfter, thumbprintSha1 } = certificate
  return (
    <Card
      title="Certificate"
      description={
        <>
          The connection works until the certificate ends. Whom to remind of it is chosen under{' '}
          <Link href="/reminders" className="prose-link">
            Reminders
          </Link>
          .
        </>
      }
      actions={
        <>
          <DownloadLink href={expiryCalendar(id)}>Calendar .ics</DownloadLink>
          <LinkButton href={`/connections/${connectionId}/rotation`}>
            {rotation ? 'Go on rotating' : 'Rotate'}
          </LinkButton>
        </>
      }
    >
      <Facts>
        <Fact label="Name">{name}</Fact>
        <Fact label="Ends">
          <span className="flex flex-wrap items-center gap-x-3">
            <Day iso={notAfter} /> <Validity certificate={certificate} />
          </span>
        </Fact>
        <Fact label="SHA-1 thumbprint">
          <Thumbprint value={thumbprintSha1} what="SHA-1 thumbprint" />
        </Fact>
      </Facts>
      {rotation && (
        <div className="mt-5">
          <RotationState {...rotation} />
        </div>
      )}
    </Card>
  )
}
