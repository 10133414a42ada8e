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

async function openServer(url: string) {
  const client = postgres(url, { onnotice() {}, connect_timeout: connectTimeoutSeconds })
  return { client, close: () => client.end({ timeout: 1 }) }
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
