import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type TestRecord, testId } from '#lib/connections/history/schema'
import { isAppError } from '#lib/platform/errors/index'
import { connectionTest } from '#server/queries'
import { currentMember } from '#server/session'
import { DownloadLink } from '#ui/button'
import { Card } from '#ui/card'
import { Icon } from '#ui/icon'
import { Moment } from '#ui/moment'
import { PageHeader } from '#ui/page-header'
import { VerdictBadge } from '#ui/verdict-badge'
import { foundConnection } from '../../found'
import { FoundChecks } from '../../found-checks'
import { Changes } from '../changes'
import { startedText } from '../test-list'
import { ReportLinks } from './report-links'

export const metadata = { title: 'Connection test' }

async function foundTest(connectionId: string, id: string): Promise<TestRecord> {
  if (!testId.safeParse(id).success) notFound()
  try {
    return await connectionTest(connectionId, id)
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound()
    throw error
  }
}

function Report({ path }: { readonly path: string }) {
  return (
    <Card
      title="Report"
      description="To send to somebody who helps. It holds no key, assertion or token. Without identifiers, IDs, names and addresses are replaced, the same one by the same word."
    >
      <div className="flex flex-wrap gap-2">
        <DownloadLink href={`${path}?format=markdown`}>Markdown</DownloadLink>
        <DownloadLink href={`${path}?format=json`}>JSON</DownloadLink>
        <DownloadLink href={`${path}?format=markdown&identifiers=hidden`}>Markdown without identifiers</DownloadLink>
      </div>
    </Card>
  )
}

export default async function TestPage({ params }: PageProps<'/connections/[id]/history/[testId]'>) {
  const { id, testId } = await params
  const { settings } = await foundConnection(id)
  const [test, { role }] = await Promise.all([foundTest(id, testId), currentMember()])
  const address = `/api/connections/${id}/tests/${testId}`
  return (
    <div className="mx-auto max-w-4xl">
      <nav aria-label="Breadcrumb" className="mb-3">
        <Link
          href={`/connections/${id}/history`}
          className="inline-flex min-h-6 items-center gap-1 text-muted hover:text-ink"
        >
          <Icon name="left" /> Tests of {settings.name}
        </Link>
      </nav>
      <PageHeader
        title="Connection test"
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <VerdictBadge verdict={test.verdict} />
            <Moment iso={test.testedAt} />
            <span className="text-sm">{startedText(test)}</span>
          </span>
        }
      />
      <div className="space-y-4">
        {test.lastGood && <Changes connectionId={id} lastGood={test.lastGood} />}
        <FoundChecks results={test.results} />
        <Report path={`${address}/report`} />
        {role !== 'viewer' && <ReportLinks test={address} />}
      </div>
    </div>
  )
}
