import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { HandOff } from './schema'
import { type HandOffsContext, selectHandOff, toHandOff } from './store'

/** @throws role_insufficient, not_found */
export async function getHandOff(context: HandOffsContext, member: Member, id: string): Promise<HandOff> {
  requireRole(member, 'editor')
  return toHandOff(context, await selectHandOff(context.db, member.workspaceId, id))
}
