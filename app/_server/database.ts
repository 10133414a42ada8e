import 'server-only'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { openDatabase } from '#lib/platform/storage/database'
import { pinned } from './pinned'

const open = () => pinned('database', () => openDatabase({ databaseUrl: env().DATABASE_URL, dataDir: env().DATA_DIR }))

/**
 * The database of this process, migrated.
 * @throws storage_unavailable
 */
export async function database() {
  try {
    return (await open()).db
  } catch (cause) {
    throw new AppError('storage_unavailable', { cause })
  }
}

/** For the start, which wants the sentence that says what is wrong. */
export const openDatabaseOrExplain = open

export const closeDatabase = async () => (await open()).close()
