import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ConnectionsContext } from '../../store'
import type { ReportLink } from './schema'
import { requireTest, selectLinks } from './store'

/**
 * The links to the report of a test, newest first, also those that have ended.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function listReportLinks(
  { db }: Pick<ConnectionsContext, 'db'>,
  member: Member,
  { id: connectionId, testId }: { readonly id: string; readonly testId: string },
): Promise<ReportLink[]> {
  requireRole(member, 'editor')
  await requireTest(db, { workspaceId: member.workspaceId, connectionId, testId })
  return selectLinks(db, testId)
}
