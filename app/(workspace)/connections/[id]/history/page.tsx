import { connectionTests } from '#server/queries'
import { currentMember } from '#server/session'
import { Card } from '#ui/card'
import { Empty } from '#ui/empty'
import { LinkButton } from '#ui/link-button'
import { ConnectionHeader } from '../connection-header'
import { foundConnection } from '../found'
import { ScheduleCard } from './schedule-card'
import { TestList } from './test-list'

export const metadata = { title: 'Test history' }

export default async function HistoryPage({ params }: PageProps<'/connections/[id]/history'>) {
  const { id, settings, checkEveryMinutes } = await foundConnection((await params).id)
  const [tests, { role }] = await Promise.all([connectionTests(id), currentMember()])
  return (
    <div className="mx-auto max-w-4xl">
      <ConnectionHeader id={id} settings={settings} page="/history" />
      <div className="space-y-4">
        {role !== 'viewer' && <ScheduleCard connectionId={id} everyMinutes={checkEveryMinutes} />}
        {tests.length === 0 ? (
          <Empty
            icon="list"
            title="Not tested yet"
            actions={<LinkButton href={`/connections/${id}`}>To the connection test</LinkButton>}
          >
            Every finished test is kept here for 90 days, so that a failure can be held against the last good test.
          </Empty>
        ) : (
          <Card title="Test history" description="Kept for 90 days, the last 200. Open one to see what changed.">
            <TestList connectionId={id} tests={tests} />
          </Card>
        )}
      </div>
    </div>
  )
}
