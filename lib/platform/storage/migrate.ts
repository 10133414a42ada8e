import 'server-only'
import type postgres from 'postgres'
import { type Migration, migrations as ours } from './migrations/index'

/** Any number that no other program on the same server locks. */
const lockKey = 7_083_260

async function run(transaction: postgres.TransactionSql, migration: Migration): Promise<void> {
  await transaction`insert into migrations (id) values (${migration.id})`
  await transaction.unsafe(migration.sql)
}

/** A database that a newer Certboard has changed is left alone: this one would not know what it reads. */
function refuseNewer(done: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const unknown = [...done].find((id) => !migrations.some((migration) => migration.id === id))
  if (unknown) {
    throw new Error(`The database was made by a newer Certboard (${unknown}). Start that version, or restore a backup.`)
  }
}

/**
 * Brings the database up to date, in one transaction. Of several processes that start at once one migrates and the
 * others wait for it.
 * @throws Error with one sentence when the database is newer than the code
 */
export async function migrate(client: postgres.Sql, migrations: readonly Migration[] = ours): Promise<void> {
  await client.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${lockKey})`
    await transaction`create table if not exists migrations (id text primary key, run_at timestamptz not null default now())`
    const rows = await transaction<{ id: string }[]>`select id from migrations`
    const done = new Set(rows.map((row) => row.id))
    refuseNewer(done, migrations)
    for (const migration of migrations) if (!done.has(migration.id)) await run(transaction, migration)
  })
}
