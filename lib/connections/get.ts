import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection } from './schema'
import { type ConnectionsContext, selectConnection } from './store'

/** @throws role_insufficient, not_found */
export async function getConnection(context: ConnectionsContext, member: Member, id: string): Promise<Connection> {
  requireRole(member, 'viewer')
  return selectConnection(context, member.workspaceId, id)
}
