import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ConnectionsContext, deleteConnection, selectConnection } from './store'

/**
 * Removes a connection and its test results; its certificate stays.
 * @throws role_insufficient, not_found
 */
export async function removeConnection(context: ConnectionsContext, member: Member, id: string): Promise<void> {
  requireRole(member, 'editor')
  await selectConnection(context, member.workspaceId, id)
  await deleteConnection(context, member.workspaceId, id)
}
