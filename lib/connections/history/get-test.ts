import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ConnectionsContext, selectConnection } from '../store'
import type { TestRecord } from './schema'
import { testWithSettings } from './test-with-settings'

/**
 * A test of a connection with all that it found, and what is different from the last good one before it.
 * @throws role_insufficient, not_found, storage_unavailable, vault_unsealable
 */
export async function getTest(
  context: ConnectionsContext,
  member: Member,
  connectionId: string,
  id: string,
): Promise<TestRecord> {
  requireRole(member, 'viewer')
  await selectConnection(context, member.workspaceId, connectionId)
  return (await testWithSettings(context, connectionId, id)).test
}
