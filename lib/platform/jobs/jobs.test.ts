import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sleep } from '#lib/platform/http/time'
import { jobs } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { type Job, runIfDue } from './run-if-due'
import { startJobs } from './start-jobs'

const database = testDatabase()

function counting(work: Job['run'] = async () => undefined) {
  const runs: number[] = []
  const job: Job = {
    name: crypto.randomUUID(),
    everyMinutes: 15,
    run: async (signal) => {
      runs.push(runs.length)
      await work(signal)
    },
  }
  return { job, runs }
}

const minutesUntilDue = async ({ name }: Job): Promise<number> => {
  const [row] = await database()
    .select({ minutes: sql<number>`extract(epoch from ${jobs.dueAt} - now())::float / 60` })
    .from(jobs)
    .where(eq(jobs.name, name))
  return Math.round(row?.minutes ?? Number.NaN)
}

const letTimePass = ({ name }: Job) =>
  database().update(jobs).set({ dueAt: sql`now() - interval '1 second'` }).where(eq(jobs.name, name))

test('of many processes that look at the same moment, one runs the job', async () => {
  const { job, runs } = counting(() => sleep(20))
  const ran = await Promise.all(Array.from({ length: 8 }, () => runIfDue(database(), job)))
  expect(ran.filter(Boolean)).toHaveLength(1)
  expect(runs).toHaveLength(1)
})

test('a job that was done is due again after its time and not before', async () => {
  const { job, runs } = counting()
  await runIfDue(database(), job)
  expect(await minutesUntilDue(job)).toBe(15)
  expect(await runIfDue(database(), job)).toBe(false)
  await letTimePass(job)
  expect(await runIfDue(database(), job)).toBe(true)
  expect(runs).toHaveLength(2)
})

test('a job that failed says why, and is due again after its time', async () => {
  const { job } = counting(() => Promise.reject(new Error('no luck')))
  await expect(runIfDue(database(), job)).rejects.toThrow('no luck')
  expect(await minutesUntilDue(job)).toBe(15)
})

test('while a job runs it is kept from others, but not for ever: its process may have died', async () => {
  const { job } = counting(async () => {
    expect(await minutesUntilDue(job)).toBe(10)
  })
  expect(await runIfDue(database(), job)).toBe(true)
})

test('jobs that fail, even for want of a database, are told and looked at again', async () => {
  const { job, runs } = counting(() => Promise.reject(new Error('no luck')))
  const told: string[] = []
  let down = true
  const stop = startJobs([job], {
    database: async () => {
      if (down) throw new Error('no database')
      return database()
    },
    onFailure: (_job, error) => {
      told.push(String(error))
      down = false
    },
    lookEveryMs: 5,
  })
  await expect.poll(() => told.includes('Error: no luck')).toBe(true)
  await stop()
  expect(told[0]).toBe('Error: no database')
  expect(runs).toHaveLength(1)
})

test('whoever stops the jobs waits until those that run were aborted, and hears no complaint', async () => {
  const told: unknown[] = []
  let aborted = false
  const { job, runs } = counting((signal) =>
    sleep(60_000, signal).catch(() => {
      aborted = true
    }),
  )
  const stop = startJobs([job], {
    database: async () => database(),
    onFailure: (_job, error) => told.push(error),
    lookEveryMs: 5,
  })
  await expect.poll(() => runs.length).toBe(1)
  await stop()
  expect(aborted).toBe(true)
  expect(told).toEqual([])
})
