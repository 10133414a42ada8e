import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '#lib/platform/storage/database'
import { connections } from '#lib/platform/storage/tables'

/**
 * Writes down that the previous certificate had to sign, so that the connection says so. It asks for no role: whoever
 * used the connection was allowed to, and nobody decided it.
 */
export async function recordPreviousUse(db: Database, id: string, now = new Date()): Promise<void> {
  await db.update(connections).set({ previousUsedAt: now }).where(eq(connections.id, id))
}
