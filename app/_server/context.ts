import 'server-only'
import { env } from '#lib/platform/env'
import { database } from './database'
import { vault } from './vault'

/** What every verb that stores something works with. */
export async function storageContext() {
  const [db, opened] = await Promise.all([database(), vault()])
  const { CERTIFICATE_DIR: certificateDir } = env()
  return { db, vault: opened, ...(certificateDir !== undefined && { certificateDir }) }
}
