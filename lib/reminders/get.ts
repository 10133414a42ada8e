import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Reminders } from './schema'
import type { Senders } from './senders'
import { type RemindersContext, selectReminders } from './store'

/**
 * Whom the member's workspace has reminded, without the secret of its webhook.
 * @throws role_insufficient, vault_unsealable, storage_unavailable
 */
export async function getReminders(
  context: RemindersContext,
  member: Member,
  senders: Pick<Senders, 'email'>,
): Promise<Reminders> {
  requireRole(member, 'owner')
  const { emails, webhook } = await selectReminders(context, member.workspaceId)
  return { emails: [...emails], webhookUrl: webhook?.url ?? '', sendsEmail: senders.email !== undefined }
}
