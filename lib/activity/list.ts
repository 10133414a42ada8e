import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ActivityPage } from './schema'
import { type ActivityContext, selectActivity } from './store'

const pageSize = 100

/**
 * What the members of the workspace did, newest first, a hundred entries at a time. For owners only.
 * @param before the `before` of the page that came last
 * @throws role_insufficient, storage_unavailable
 */
export async function listActivity({ db }: ActivityContext, member: Member, before?: number): Promise<ActivityPage> {
  requireRole(member, 'owner')
  const found = await selectActivity(db, member.workspaceId, { before, limit: pageSize + 1 })
  const entries = found.slice(0, pageSize)
  const last = entries.at(-1)
  return { entries, ...(found.length > pageSize && last && { before: last.id }) }
}
