import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection, ConnectionSettings } from './schema'
import { type ConnectionsContext, insertConnection } from './store'

/**
 * Saves a new connection to the member's workspace, its settings sealed.
 * @throws role_insufficient, storage_unavailable
 */
export async function createConnection(
  context: ConnectionsContext,
  member: Member,
  settings: ConnectionSettings,
): Promise<Connection> {
  requireRole(member, 'editor')
  return insertConnection(context, member.workspaceId, settings)
}
