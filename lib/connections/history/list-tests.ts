import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ConnectionsContext, selectConnection } from '../store'
import type { TestSummary } from './schema'
import { selectTests } from './store'

/**
 * The tests of a connection, newest first: the last 200 of the last 90 days, and always the latest.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function listTests(
  context: ConnectionsContext,
  member: Member,
  connectionId: string,
): Promise<TestSummary[]> {
  requireRole(member, 'viewer')
  await selectConnection(context, member.workspaceId, connectionId)
  return selectTests(context.db, connectionId)
}
