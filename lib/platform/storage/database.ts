import 'server-only'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'

/** What a feature's `store.ts` receives. One driver for both: postgres.js, to a server or to PGlite in its worker. */
export type Database = PostgresJsDatabase
