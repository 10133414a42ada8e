import 'server-only'
import { and, eq, lte, sql } from 'drizzle-orm'
import { withDeadline } from '#lib/platform/http/time'
import type { Database } from '#lib/platform/storage/database'
import { jobs } from '#lib/platform/storage/tables'

/** Work that is done from time to time, whether anybody is there or not. */
export interface Job {
  readonly name: string
  readonly everyMinutes: number
  /** The signal aborts when the job has taken too long or the process ends. */
  readonly run: (signal: AbortSignal) => Promise<void>
}

/** Others take a job over after this time, because its process must have died; before that it is given up here. */
const leaseMinutes = 10
const deadline = (leaseMinutes - 1) * 60_000

/** By the clock of the database, because those of several processes differ. */
const inMinutes = (minutes: number) => sql`now() + make_interval(mins => ${minutes})`

/** Of several processes that want the row at the same moment, one finds it still due. */
async function claim(db: Database, { name }: Job): Promise<boolean> {
  await db.insert(jobs).values({ name }).onConflictDoNothing()
  const claimed = await db
    .update(jobs)
    .set({ dueAt: inMinutes(leaseMinutes) })
    .where(and(eq(jobs.name, name), lte(jobs.dueAt, sql`now()`)))
    .returning({ name: jobs.name })
  return claimed.length === 1
}

/**
 * Runs the job if it is due and no other process is at it. Done or failed, it is due again after its time.
 * @returns Whether it ran
 */
export async function runIfDue(db: Database, job: Job, signal?: AbortSignal): Promise<boolean> {
  if (!(await claim(db, job))) return false
  try {
    await withDeadline(deadline, () => new Error(`The job ${job.name} took too long.`), signal, job.run)
  } finally {
    await db
      .update(jobs)
      .set({ dueAt: inMinutes(job.everyMinutes) })
      .where(eq(jobs.name, job.name))
  }
  return true
}
