import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { checkTitles } from '#lib/connections/schema'
import { sharedReport } from '#server/shared-report'
import { Card } from '#ui/card'
import { EvidenceTable } from '#ui/evidence'
import { Moment } from '#ui/moment'
import { PageHeader } from '#ui/page-header'
import { VerdictBadge } from '#ui/verdict-badge'
import { CheckRow } from '../../../(workspace)/connections/[id]/check-row'
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
        <Card title="What was found">
          <ol className="divide-y divide-line border-line border-t">
            {test.results.map((result) => (
              <CheckRow
                key={result.id}
                title={checkTitles[result.id]}
                result={result}
                isRunning={false}
                place={undefined}
              />
            ))}
          </ol>
        </Card>
      </div>
    </PublicPage>
  )
}
