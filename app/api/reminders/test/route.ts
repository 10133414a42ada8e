import { channelInput } from '#lib/reminders/schema'
import { sendTestMessage } from '#lib/reminders/send-test'
import { storageContext } from '#server/context'
import { route } from '#server/route'
import { senders } from '#server/senders'

export const POST = route({ allow: 'owner', body: channelInput }, async ({ member, body }) =>
  sendTestMessage(await storageContext(), member, body.channel, await senders()),
)
