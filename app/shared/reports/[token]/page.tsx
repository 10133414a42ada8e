import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { sharedReport } from '#server/shared-report'
import { Card } from '#ui/card'
import { EvidenceTable } from '#ui/evidence'
import { Moment } from '#ui/moment'
import { PageHeader } from '#ui/page-header'
import { VerdictBadge } from '#ui/verdict-badge'
import { FoundChecks } from '../../../(workspace)/connections/[id]/found-checks'
import { PublicPage } from '../../../public-page'

/** The same whatever the link opens, and for no search engine. */
export const metadata: Metadata = {
  title: 'Report of a connection test',
  robots: { index: false, follow: false },
}

/** The report of one test for anybody who has the link. Its answer is not to be kept: the link may end any moment. */
export default async function SharedReportPage({ params }: PageProps<'/shared/reports/[token]'>) {
  const report = await sharedReport((await params).token)
  if (!report) notFound()
  const { test, settings } = report
  return (
    <PublicPage>
      <PageHeader
        title="Report of a connection test"
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <VerdictBadge verdict={test.verdict} />
            <Moment iso={test.testedAt} />
          </span>
        }
      />
      <div className="space-y-4">
        <Card title="Connection">
          <EvidenceTable evidence={settings} />
        </Card>
        <FoundChecks results={test.results} />
      </div>
    </PublicPage>
  )
}
