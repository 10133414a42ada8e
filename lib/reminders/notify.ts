import 'server-only'
import type { Notification } from '#lib/platform/notify/notification'
import { type Channel, channels } from './schema'
import { type Senders, sendBy } from './senders'
import { deleteSent, insertSent, type RemindersContext, selectReminders } from './store'

interface NotifyOptions {
  readonly senders: Senders
  readonly onFailure: (channel: Channel, error: unknown) => void
}

/**
 * Tells the people whom the workspace has named, over every channel, each notification once. A channel that fails is
 * told to `onFailure`, and tried again when the same notification comes again. It takes a workspace and no member: what
 * happens by itself is told on nobody's behalf.
 * @throws vault_unsealable, storage_unavailable
 */
export async function notifyWorkspace(
  context: RemindersContext,
  workspaceId: string,
  notification: Notification,
  { senders, onFailure }: NotifyOptions,
): Promise<void> {
  const settings = await selectReminders(context, workspaceId)

  const tell = async (channel: Channel): Promise<void> => {
    const sent = { workspaceId, notificationId: notification.id, channel }
    const send = sendBy(channel, settings, senders)
    if (!send || !(await insertSent(context.db, sent))) return
    try {
      await send(notification)
    } catch (error) {
      await deleteSent(context.db, sent)
      throw error
    }
  }
  await Promise.all(channels.map((channel) => tell(channel).catch((error: unknown) => onFailure(channel, error))))
}
