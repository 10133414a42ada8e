import 'server-only'
import { log } from '#lib/platform/log'
import type { Notification } from '#lib/platform/notify/notification'
import { notifyWorkspace } from '#lib/reminders/notify'
import { storageContext } from './context'
import { senders } from './senders'

/** Tells the people whom the workspace has named, each notification once. A channel that fails is worth a line. */
export async function notify(workspaceId: string, notification: Notification): Promise<void> {
  const { id, type } = notification
  await notifyWorkspace(await storageContext(), workspaceId, notification, {
    senders: await senders(),
    onFailure: (channel, err) => log().warn({ workspaceId, notification: id, type, channel, err }, 'A reminder failed'),
  })
}
