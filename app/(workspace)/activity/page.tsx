import { notFound } from 'next/navigation'
import { activityBefore } from '#lib/activity/schema'
import { activity } from '#server/queries'
import { currentMember } from '#server/session'
import { Empty } from '#ui/empty'
import { LinkButton } from '#ui/link-button'
import { PageHeader } from '#ui/page-header'
import { ActivityList } from './activity-list'

export const metadata = { title: 'Activity' }

function Nothing({ isFirstPage }: { readonly isFirstPage: boolean }) {
  return (
    <Empty icon="clock" title={isFirstPage ? 'Nothing has happened yet' : 'Nothing is older than that'}>
      <p>What members do with certificates, connections and links is written down here.</p>
    </Empty>
  )
}

export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const { role } = await currentMember()
  if (role !== 'owner') notFound()
  const from = activityBefore.safeParse((await searchParams).before).data
  const { entries, before } = await activity(from)
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title="Activity" description="Who did what in this workspace, newest first. Only owners see it." />
      {entries.length === 0 ? <Nothing isFirstPage={from === undefined} /> : <ActivityList entries={entries} />}
      <div className="mt-4 flex flex-wrap gap-2">
        {from !== undefined && <LinkButton href="/activity">Newest</LinkButton>}
        {before !== undefined && <LinkButton href={`/activity?before=${before}`}>Older</LinkButton>}
      </div>
    </div>
  )
}
