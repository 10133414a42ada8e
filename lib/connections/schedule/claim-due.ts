import 'server-only'
import { lte, sql } from 'drizzle-orm'
import type { Database } from '#lib/platform/storage/database'
import { connections } from '#lib/platform/storage/tables'

export interface DueConnection {
  readonly id: string
  readonly workspaceId: string
}

/**
 * The connections that are due to be tested, each for one caller only: whoever claims one has put it off until its next
 * time. By the clock of the database, because those of several processes differ. It asks for no role: nobody is there.
 * @throws storage_unavailable
 */
export const claimDue = (db: Database): Promise<DueConnection[]> =>
  db
    .update(connections)
    .set({ checkDueAt: sql`now() + make_interval(mins => ${connections.checkEveryMinutes})` })
    .where(lte(connections.checkDueAt, sql`now()`))
    .returning({ id: connections.id, workspaceId: connections.workspaceId })
