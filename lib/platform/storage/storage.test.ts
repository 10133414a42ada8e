import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import { afterEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#lib/platform/testing/database'
import { openDatabase } from './database'
import { openEmbedded } from './embedded'
import { migrate } from './migrate'
import { migrations } from './migrations/index'
import * as tables from './tables'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-storage-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

interface ColumnRow {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
  readonly is_nullable: string
}

const declared = () =>
  Object.values(tables)
    .map(getTableConfig)
    .flatMap((table) =>
      table.columns.map((column) => ({
        column: `${table.name}.${column.name}`,
        type: column.getSQLType(),
        nullable: !column.notNull,
      })),
    )
    .sort((a, b) => a.column.localeCompare(b.column))

describe('the migrated database', () => {
  const db = testDatabase()

  it('has exactly the columns that tables.ts declares', async () => {
    const rows = await db().execute<ColumnRow & Record<string, unknown>>(
      sql`select table_name, column_name, data_type, is_nullable from information_schema.columns
          where table_schema = 'public' and table_name <> 'migrations'`,
    )
    const found = rows
      .map((row) => ({
        column: `${row.table_name}.${row.column_name}`,
        type: row.data_type,
        nullable: row.is_nullable === 'YES',
      }))
      .sort((a, b) => a.column.localeCompare(b.column))
    expect(found).toEqual(declared())
  })

  it('takes back everything that a failed transaction wrote', async () => {
    const id = crypto.randomUUID()
    const failing = db().transaction(async (transaction) => {
      await transaction.insert(tables.workspaces).values({ id, name: 'Gone' })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await db().select().from(tables.workspaces)).toEqual([])
  })

  it('keeps concurrent transactions apart', async () => {
    const ids = Array.from({ length: 20 }, () => crypto.randomUUID())
    const insert = (id: string) =>
      db().transaction((transaction) => transaction.insert(tables.workspaces).values({ id, name: 'Team' }))
    await Promise.all(ids.map(insert))
    const rows = await db().select().from(tables.workspaces)
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(ids))
  })
})

describe('the embedded database', () => {
  it('keeps rows when it is closed and opened again', async () => {
    const dataDir = newFolder()
    const id = crypto.randomUUID()
    const first = await openDatabase({ dataDir })
    await first.db.insert(tables.workspaces).values({ id, name: 'Team' })
    await first.close()
    const second = await openDatabase({ dataDir })
    const rows = await second.db.select().from(tables.workspaces)
    await second.close()
    expect(rows.map((row) => row.id)).toEqual([id])
  })

  it('keeps other users out of its folder', async () => {
    const dataDir = newFolder()
    const { close } = await openEmbedded(dataDir)
    const mode = statSync(join(dataDir, 'database')).mode & 0o777
    await close()
    expect(mode).toBe(0o700)
  })

  it('refuses a folder that another living process has open, and names that process', async () => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'database.lock'), String(process.ppid))
    await expect(openEmbedded(dataDir)).rejects.toThrow(`in use by process ${process.ppid}`)
  })

  it('takes over the lock of a process that was killed', async () => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'database.lock'), '999999999')
    const { close } = await openEmbedded(dataDir)
    expect(readFileSync(join(dataDir, 'database.lock'), 'utf8')).toBe(String(process.pid))
    await close()
  })

  it('says in one sentence that a data folder cannot be written to', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    await expect(openEmbedded(join(file, 'data'))).rejects.toThrow(/The data folder .* cannot be written to\./)
  })
})

describe('migrations', () => {
  const db = testDatabase()

  it('are refused by a Certboard that is older than the database', async () => {
    await db().execute(sql`insert into migrations (id) values ('9999-future')`)
    const { client } = openClientOf(db())
    await expect(migrate(client)).rejects.toThrow('made by a newer Certboard (9999-future)')
    await db().execute(sql`delete from migrations where id = '9999-future'`)
  })

  it('run once however many processes start at the same time', async () => {
    const { client } = openClientOf(db())
    await client.unsafe('create table if not exists runs (n int)')
    const counting = [...migrations, { id: '9999-counting', sql: 'insert into runs values (1)' }]
    await Promise.all(Array.from({ length: 5 }, () => migrate(client, counting)))
    expect(await client`select n from runs`).toHaveLength(1)
    await client.unsafe("drop table runs; delete from migrations where id = '9999-counting'")
  })
})

/** Drizzle keeps the client that it was given. */
function openClientOf(db: ReturnType<ReturnType<typeof testDatabase>>): { client: postgres.Sql } {
  return { client: (db as unknown as { $client: postgres.Sql }).$client }
}
