import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ConnectionsContext } from '../../store'
import { requireTest, writeRevoked } from './store'

/**
 * Takes a link back: from now on it opens nothing.
 * @returns Whether it still could
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function revokeReportLink(
  { db }: Pick<ConnectionsContext, 'db'>,
  member: Member,
  { id: connectionId, testId }: { readonly id: string; readonly testId: string },
  linkId: string,
): Promise<boolean> {
  requireRole(member, 'editor')
  await requireTest(db, { workspaceId: member.workspaceId, connectionId, testId })
  return writeRevoked(db, testId, linkId)
}
