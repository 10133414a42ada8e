import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { remindersQuery } from '#query/reminders'
import { reminders } from '#server/queries'
import { Notice } from '#ui/notice'
import { PageHeader } from '#ui/page-header'
import { ReminderSettings } from './reminder-settings'

export const metadata = { title: 'Reminders' }

export default async function RemindersPage() {
  const client = new QueryClient()
  const found = await reminders()
  if (found) client.setQueryData(remindersQuery().queryKey, found)
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title="Reminders"
        description="Tells people what should not wait until somebody looks here, by e-mail, by a webhook, or both."
      />
      {found ? (
        <HydrationBoundary state={dehydrate(client)}>
          <ReminderSettings />
        </HydrationBoundary>
      ) : (
        <Notice title="Only owners of the workspace choose who is reminded" />
      )}
    </div>
  )
}
