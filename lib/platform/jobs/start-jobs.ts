import 'server-only'
import type { Database } from '#lib/platform/storage/database'
import { type Job, runIfDue } from './run-if-due'

interface JobsOptions {
  readonly database: () => Promise<Database>
  readonly onFailure: (job: Job, error: unknown) => void
  /** How often it is looked whether a job is due. */
  readonly lookEveryMs?: number
}

/**
 * Looks every minute which jobs are due and runs them side by side. What fails is told and tried again in its turn;
 * nothing of it reaches the process.
 * @returns What ends it: running jobs are aborted, and have ended when the promise resolves
 */
export function startJobs(jobs: readonly Job[], { database, onFailure, lookEveryMs = 60_000 }: JobsOptions) {
  const ending = new AbortController()
  const running = new Set<Promise<void>>()

  const runOne = async (job: Job): Promise<void> => {
    try {
      await runIfDue(await database(), job, ending.signal)
    } catch (error) {
      if (!ending.signal.aborted) onFailure(job, error)
    }
  }
  const look = () => {
    for (const job of jobs) {
      const run = runOne(job).finally(() => running.delete(run))
      running.add(run)
    }
  }
  const timer = setInterval(look, lookEveryMs)
  timer.unref()

  return async (): Promise<void> => {
    clearInterval(timer)
    ending.abort(new Error('The process ends.'))
    await Promise.all(running)
  }
}
