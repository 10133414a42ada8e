import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type HandOffsContext, selectHandOff, writeInstant } from './store'

/**
 * Takes a link back: from now on it opens nothing.
 * @throws role_insufficient, not_found
 */
export async function revokeHandOff({ db }: HandOffsContext, member: Member, id: string): Promise<void> {
  requireRole(member, 'editor')
  const { revokedAt } = await selectHandOff(db, member.workspaceId, id)
  if (!revokedAt) await writeInstant(db, id, 'revokedAt', new Date())
}
