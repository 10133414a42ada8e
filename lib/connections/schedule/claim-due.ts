import 'server-only'
import { inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '#lib/platform/storage/database'
import { connections } from '#lib/platform/storage/tables'

export interface DueConnection {
  readonly id: string
  readonly workspaceId: string
}

/**
 * The connection that has been due to be tested for longest, for one caller only: whoever claims it has put it off until
 * its next time. One at a time, so that a process that ends early takes no turn from those it did not come to. By the clock of the database, because those of several processes differ. It asks for no role: nobody is there.
 * @throws storage_unavailable
 */
export async function claimDue(db: Database): Promise<DueConnection | undefined> {
  const longestDue = db
    .select({ id: connections.id })
    .from(connections)
    .where(lte(connections.checkDueAt, sql`now()`))
    .orderBy(connections.checkDueAt)
    .limit(1)
    .for('update', { skipLocked: true })
  const [claimed] = await db
    .update(connections)
    .set({ checkDueAt: sql`now() + make_interval(mins => ${connections.checkEveryMinutes})` })
    .where(inArray(connections.id, longestDue))
    .returning({ id: connections.id, workspaceId: connections.workspaceId })
  return claimed
}
