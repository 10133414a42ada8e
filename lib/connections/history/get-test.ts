import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ConnectionsContext, selectConnection } from '../store'
import { compareTests } from './compare-tests'
import type { TestRecord } from './schema'
import { selectLastGood, selectTest } from './store'

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
  const { summary, ...test } = await selectTest(context, connectionId, id)
  const good = await selectLastGood(context, connectionId, summary.testedAt)
  const lastGood = good && { id: good.id, testedAt: good.testedAt, changes: compareTests(good.test, test) }
  return { ...summary, results: test.results, ...(lastGood && { lastGood }) }
}
