import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection } from './schema'
import { type ConnectionsContext, selectConnections } from './store'

/** The workspace's connections, oldest first, each with the health of its latest test. */
export async function listConnections(context: ConnectionsContext, member: Member): Promise<Connection[]> {
  requireRole(member, 'viewer')
  return selectConnections(context, member.workspaceId)
}
