import Link from 'next/link'
import type { Certificate } from '#lib/certificates/schema'
import { expiryCalendar } from '#query/certificates'
import { DownloadLink } from '#ui/button'
import { Card } from '#ui/card'
import { Fact, Facts } from '#ui/facts'
import { Day } from '#ui/moment'
import { Thumbprint } from '#ui/thumbprint'
import { Validity } from '../../certificates/validity'

/** What the connection signs with, and how long that goes on. */
export function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
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
      actions={<DownloadLink href={expiryCalendar(id)}>Calendar .ics</DownloadLink>}
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
    </Card>
  )
}
