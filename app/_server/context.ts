import 'server-only'
import { database } from './database'
import { vault } from './vault'

/** What every verb that stores something works with. */
export async function storageContext() {
  const [db, opened] = await Promise.all([database(), vault()])
  return { db, vault: opened }
}
