import 'server-only'
import { sql } from 'drizzle-orm'
import { type Member, requireRole } from '#lib/platform/access'
import { connections } from '#lib/platform/storage/tables'
import { type ConnectionsContext, ofWorkspace, selectConnection } from '../store'
import type { ScheduleInput } from './schema'

/**
 * Has a connection tested by itself from now on, or no more.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function setSchedule(
  context: ConnectionsContext,
  member: Member,
  id: string,
  { everyMinutes }: ScheduleInput,
): Promise<void> {
  requireRole(member, 'editor')
  await selectConnection(context, member.workspaceId, id)
  await context.db
    .update(connections)
    .set({ checkEveryMinutes: everyMinutes, checkDueAt: everyMinutes === null ? null : sql`now()` })
    .where(ofWorkspace(member.workspaceId, id))
}
