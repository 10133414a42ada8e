import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { requireWebhookUrl, type WebhookHosts } from '#lib/platform/notify/webhook'
import { newWebhookSecret } from '#lib/platform/notify/webhook-signature'
import { getReminders } from './get'
import type { Reminders, RemindersInput } from './schema'
import type { Senders } from './senders'
import { type RemindersContext, selectReminders, writeReminders } from './store'

interface SaveOptions {
  readonly hosts: WebhookHosts
  readonly senders: Pick<Senders, 'email'>
}

/**
 * Saves whom to remind. Another webhook address gets a secret of its own, which is told here and never again.
 * @throws role_insufficient, webhook_refused, storage_unavailable
 */
export async function saveReminders(
  context: RemindersContext,
  member: Member,
  { emails, webhookUrl }: RemindersInput,
  { hosts, senders }: SaveOptions,
): Promise<Reminders> {
  requireRole(member, 'owner')
  const url = webhookUrl && requireWebhookUrl(webhookUrl, hosts).href
  const { webhook: old } = await selectReminders(context, member.workspaceId)
  const isNew = url !== '' && url !== old?.url
  const webhook = isNew ? { url, secret: newWebhookSecret() } : url ? old : undefined
  await writeReminders(context, member.workspaceId, { emails, ...(webhook && { webhook }) })
  const saved = await getReminders(context, member, senders)
  return isNew && webhook ? { ...saved, newWebhookSecret: webhook.secret } : saved
}
