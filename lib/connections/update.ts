import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection, ConnectionSettings } from './schema'
import { type ConnectionsContext, selectConnection, updateSettings } from './store'

/**
 * Replaces the settings of a connection.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function updateConnection(
  context: ConnectionsContext,
  member: Member,
  id: string,
  settings: ConnectionSettings,
): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  await updateSettings(context, member.workspaceId, connection, settings)
  return selectConnection(context, member.workspaceId, id)
}
