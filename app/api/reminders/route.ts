import { env } from '#lib/platform/env'
import { getReminders } from '#lib/reminders/get'
import { saveReminders } from '#lib/reminders/save'
import { remindersInput } from '#lib/reminders/schema'
import { record } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'
import { senders } from '#server/senders'

export const GET = route({ allow: 'owner' }, async ({ member }) =>
  getReminders(await storageContext(), member, await senders()),
)

export const PUT = route({ allow: 'owner', body: remindersInput }, async ({ member, body }) => {
  const options = { hosts: env().WEBHOOK_HOSTS, senders: await senders() }
  const saved = await saveReminders(await storageContext(), member, body, options)
  await record(member, 'reminders_changed')
  return saved
})
