import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { insertTest } from './history/store'
import type { Connection, FinishedTest } from './schema'
import { type ConnectionsContext, selectConnection } from './store'

/**
 * Keeps the outcome of a connection test; the latest one is the connection's health.
 * @param tested With the settings that were tested: others may have been saved meanwhile
 * @param isScheduled Nobody started it
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function recordTest(
  context: ConnectionsContext,
  member: Member,
  tested: Pick<Connection, 'id' | 'settings'>,
  test: FinishedTest,
  { isScheduled = false } = {},
): Promise<void> {
  requireRole(member, 'editor')
  await selectConnection(context, member.workspaceId, tested.id)
  await insertTest(context, tested, test, isScheduled ? undefined : member)
}
