import 'server-only'
import { sql } from 'drizzle-orm'
import { type Member, requireRole } from '#lib/platform/access'
import { connections } from '#lib/platform/storage/tables'
import { type ConnectionsContext, ofWorkspace, selectConnection } from '../store'
import { writesMinutes } from './schema'

/**
 * Lets the console of a connection write for a while, or no more. It ends by itself, so that nobody finds it on who
 * does not expect it.
 * @returns When it ends, ISO 8601; undefined when it is off
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function setWrites(
  context: ConnectionsContext,
  member: Member,
  id: string,
  allowed: boolean,
): Promise<string | undefined> {
  requireRole(member, 'owner')
  await selectConnection(context, member.workspaceId, id)
  await context.db
    .update(connections)
    .set({ writesUntil: allowed ? sql`now() + make_interval(mins => ${writesMinutes})` : null })
    .where(ofWorkspace(member.workspaceId, id))
  return (await selectConnection(context, member.workspaceId, id)).writesUntil
}
