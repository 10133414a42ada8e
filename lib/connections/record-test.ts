import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { CheckResult, TestVerdict } from './schema'
import { type ConnectionsContext, insertTest, selectConnection } from './store'

/** Keeps the outcome of a connection test; the latest one is the connection's health. */
export async function recordTest(
  context: ConnectionsContext,
  member: Member,
  connectionId: string,
  test: { readonly verdict: TestVerdict; readonly results: readonly CheckResult[]; readonly testedAt: Date },
): Promise<void> {
  requireRole(member, 'editor')
  await selectConnection(context, member.workspaceId, connectionId)
  await insertTest(context.db, connectionId, test)
}
