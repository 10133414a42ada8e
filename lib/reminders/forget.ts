import 'server-only'
import type { Database } from '#lib/platform/storage/database'
import { deleteSentBefore } from './store'

const day = 86_400_000

/** Forgets what was told so long ago that it cannot come again; on behalf of nobody. */
export async function forgetSentNotifications(db: Database, now = new Date()): Promise<void> {
  await deleteSentBefore(db, new Date(now.getTime() - 180 * day))
}
