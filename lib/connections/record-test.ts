import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { insertTest } from './history/store'
import type { FinishedTest } from './schema'
import { type ConnectionsContext, selectConnection } from './store'

/**
 * Keeps the outcome of a connection test; the latest one is the connection's health.
 * @param isScheduled Nobody started it
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function recordTest(
  context: ConnectionsContext,
  member: Member,
  connectionId: string,
  test: FinishedTest,
  { isScheduled = false } = {},
): Promise<void> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, connectionId)
  await insertTest(context, connection, test, isScheduled ? undefined : member)
}
