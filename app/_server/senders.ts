import 'server-only'
import { env } from '#lib/platform/env'
import { sendEmail } from '#lib/platform/notify/email'
import { createWebhookSender } from '#lib/platform/notify/webhook'
import type { Senders } from '#lib/reminders/senders'
import { pinned } from './pinned'

async function open(): Promise<Senders> {
  const { SMTP_URL: url, SMTP_FROM: from, WEBHOOK_HOSTS } = env()
  return {
    ...(url && from && { email: (to, notification) => sendEmail({ url, from }, to, notification) }),
    webhook: createWebhookSender(WEBHOOK_HOSTS),
  }
}

/** By what this Certboard reaches people who are not looking at it. */
export const senders = () => pinned('senders', open)
