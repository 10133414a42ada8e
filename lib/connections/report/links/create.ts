import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { hashOf, newSecret } from '#lib/platform/link-secret'
import type { ConnectionsContext } from '../../store'
import type { NewReportLink, ReportLinkInput } from './schema'
import { insertLink, requireTest } from './store'

const day = 86_400_000

/**
 * Makes a link by which whoever has it reads the report of one test, until its day. The secret is told once and kept as
 * a hash.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function createReportLink(
  { db }: Pick<ConnectionsContext, 'db'>,
  member: Member,
  { id: connectionId, testId }: { readonly id: string; readonly testId: string },
  { name, days, identifiers }: ReportLinkInput,
  now = new Date(),
): Promise<NewReportLink> {
  requireRole(member, 'editor')
  await requireTest(db, { workspaceId: member.workspaceId, connectionId, testId })
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + days * day)
  return { ...(await insertLink(db, { testId, name, identifiers, secretHash: hashOf(secret), expiresAt })), secret }
}
