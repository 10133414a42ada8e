import { env } from '#lib/platform/env'
import { getReminders } from '#lib/reminders/get'
import { saveReminders } from '#lib/reminders/save'
import { remindersInput } from '#lib/reminders/schema'
import { storageContext } from '#server/context'
import { route } from '#server/route'
import { senders } from '#server/senders'

export const GET = route({ allow: 'owner' }, async ({ member }) =>
  getReminders(await storageContext(), member, await senders()),
)

export const PUT = route({ allow: 'owner', body: remindersInput }, async ({ member, body }) =>
  saveReminders(await storageContext(), member, body, { hosts: env().WEBHOOK_HOSTS, senders: await senders() }),
)
