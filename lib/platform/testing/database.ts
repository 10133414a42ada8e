import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { type Database, type OpenDatabase, openDatabase } from '#lib/platform/storage/database'

async function createServerDatabase(serverUrl: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const server = postgres(serverUrl, { max: 1 })
  await server.unsafe(`create database ${name}`)
  await server.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/**
 * A migrated, empty database for one test file: on the PostgreSQL server that DATABASE_URL names, else in memory.
 * The same tests hold on both.
 */
export function testDatabase(): () => Database {
  let open: OpenDatabase
  beforeAll(async () => {
    const serverUrl = process.env.DATABASE_URL
    open = await openDatabase({
      dataDir: 'memory://',
      databaseUrl: serverUrl ? await createServerDatabase(serverUrl) : undefined,
    })
  })
  afterAll(() => open?.close())
  return () => open.db
}
