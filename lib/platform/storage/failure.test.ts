import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { AppError } from '#lib/platform/errors/index'
import { testDatabase } from '#lib/platform/testing/database'
import { openDatabase } from './database'
import { translateStorageFailure } from './failure'
import { workspaces } from './tables'

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.unreachable('it was meant to fail'),
    (error: unknown) => translateStorageFailure(error),
  )

describe('a database that is gone', () => {
  test.each([
    ['a query', (db: ReturnType<typeof database>) => db.select().from(workspaces)],
    ['a transaction', (db: ReturnType<typeof database>) => db.transaction(async () => undefined)],
  ])('is storage_unavailable for %s', async (_what, work) => {
    const { db, close } = await openDatabase({ dataDir: 'memory://' })
    await close()
    await expect(failureOf(Promise.resolve(work(db)))).resolves.toMatchObject({ code: 'storage_unavailable' })
  })
})

const database = testDatabase()

test('what the server refuses for its own reasons is storage_unavailable', async () => {
  const refused = database().transaction(
    (transaction) => transaction.insert(workspaces).values({ id: crypto.randomUUID(), name: 'x' }),
    { accessMode: 'read only' },
  )
  await expect(failureOf(refused)).resolves.toMatchObject({ code: 'storage_unavailable' })
})

test('a query that breaks a rule of the tables is our mistake, and its parameters are not repeated', async () => {
  const row = { id: crypto.randomUUID(), name: 'S3CRET-VALUE' }
  await database().insert(workspaces).values(row)
  const failure = await failureOf(database().insert(workspaces).values(row))
  expect(failure).toMatchObject({
    message: expect.stringContaining('insert into "workspaces"'),
    cause: { code: '23505' },
  })
  expect(String((failure as Error).stack)).not.toContain('S3CRET-VALUE')
})

test('an error of our own passes through a transaction and the translation unchanged', async () => {
  const ours = new AppError('not_found')
  const failing = database().transaction(async (transaction) => {
    await transaction.execute(sql`select 1`)
    throw ours
  })
  await expect(failureOf(failing)).resolves.toBe(ours)
})

test.each([undefined, null, 'text', 7, new Error('foreign')])('%s is given back as it is', (value) => {
  expect(translateStorageFailure(value)).toBe(value)
})
