import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import type { Notification } from '#lib/platform/notify/notification'
import type { Channel, TestReceipt } from './schema'
import { type Senders, sendBy } from './senders'
import { type RemindersContext, selectReminders } from './store'

const testMessage = (): Notification => ({
  id: `test/${crypto.randomUUID()}`,
  type: 'test',
  subject: 'Test message from Certboard',
  text: 'Somebody pressed “Send a test message” in Certboard. Reminders of this workspace will arrive here.',
  data: {},
})

/**
 * Sends a message over the channel as it is saved, now.
 * @throws role_insufficient, reminders_go_nowhere, email_not_set_up, email_failed, webhook_refused, webhook_failed
 */
export async function sendTestMessage(
  context: RemindersContext,
  member: Member,
  channel: Channel,
  senders: Senders,
): Promise<TestReceipt> {
  requireRole(member, 'owner')
  const send = sendBy(channel, await selectReminders(context, member.workspaceId), senders)
  if (!send) throw new AppError('reminders_go_nowhere')
  return { refused: await send(testMessage()) }
}
