import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import type { Notification } from '#lib/platform/notify/notification'
import type { Webhook } from '#lib/platform/notify/webhook'
import type { Channel } from './schema'
import type { ReminderSettings } from './store'

/** What the operator lets messages go out by. */
export interface Senders {
  /** Absent without a mail server. Gives the addresses that it refused. */
  readonly email?: (to: readonly string[], notification: Notification) => Promise<string[]>
  readonly webhook: (webhook: Webhook, notification: Notification) => Promise<void>
}

/** Sends by one channel; gives the addresses that were refused while others were taken. */
type Send = (notification: Notification) => Promise<string[]>

const sendersOf: Readonly<Record<Channel, (settings: ReminderSettings, senders: Senders) => Send | undefined>> = {
  email: ({ emails }, { email }) => {
    if (emails.length === 0) return undefined
    if (!email) throw new AppError('email_not_set_up')
    return (notification) => email(emails, notification)
  },
  webhook: ({ webhook }, senders) =>
    webhook &&
    (async (notification) => {
      await senders.webhook(webhook, notification)
      return []
    }),
}

/**
 * The way by which the workspace is reached over a channel, if it wants to be.
 * @throws email_not_set_up
 */
export const sendBy = (channel: Channel, settings: ReminderSettings, senders: Senders): Send | undefined =>
  sendersOf[channel](settings, senders)
