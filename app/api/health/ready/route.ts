import { sql } from 'drizzle-orm'
import { AppError } from '#lib/platform/errors/index'
import { workspaces } from '#lib/platform/storage/tables'
import { database } from '#server/database'
import { route } from '#server/route'

/** The database answers and has our tables. */
export const GET = route({ allow: 'anyone' }, async () => {
  const db = await database()
  try {
    await db.select({ one: sql`1` }).from(workspaces).limit(1)
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause })
  }
  return { status: 'ready' }
})
