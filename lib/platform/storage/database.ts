import 'server-only'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { openEmbedded } from './embedded'
import { migrate } from './migrate'

/** What a feature's `store.ts` receives. One driver for both: postgres.js, to a server or to PGlite in its worker. */
export type Database = PostgresJsDatabase

export interface OpenDatabase {
  readonly db: Database
  close(): Promise<void>
}

const connectTimeoutSeconds = 10
const oldestServer = 150_000

const reasonOf = (error: unknown) => (error instanceof Error && error.message) || String(error)

/** @throws Error with one sentence when the server does not answer or is too old; its password is not repeated */
async function openServer(url: string) {
  const client = postgres(url, { onnotice() {}, connect_timeout: connectTimeoutSeconds })
  const close = () => client.end({ timeout: 1 })
  try {
    const [row] = await client<{ version: string }[]>`select current_setting('server_version_num') as version`
    if (Number(row?.version) < oldestServer) throw new Error('it is older than version 15')
  } catch (cause) {
    await close()
    const { host } = new URL(url)
    throw new Error(`PostgreSQL at ${host} cannot be used: ${reasonOf(cause)}. Check DATABASE_URL.`, { cause })
  }
  return { client, close }
}

/**
 * Opens the database and brings it up to date.
 * @param databaseUrl a PostgreSQL server; without it PGlite in `dataDir` (`memory://` for tests)
 * @throws Error with one sentence for people when it cannot be opened
 */
export async function openDatabase(options: {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
}): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = options
  const { client, close } = databaseUrl ? await openServer(databaseUrl) : await openEmbedded(dataDir)
  try {
    await migrate(client)
  } catch (error) {
    await close()
    throw error
  }
  return { db: drizzle(client), close }
}
