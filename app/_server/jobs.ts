import 'server-only'
import type { Job } from '#lib/platform/jobs/run-if-due'
import { startJobs } from '#lib/platform/jobs/start-jobs'
import { log } from '#lib/platform/log'
import { translateStorageFailure } from '#lib/platform/storage/failure'
import { forgetSentNotifications } from '#lib/reminders/forget'
import { database } from './database'

/** What Certboard does by itself, whoever is signed in. */
const jobs: readonly Job[] = [
  {
    name: 'forget-sent-notifications',
    everyMinutes: 24 * 60,
    run: async () => forgetSentNotifications(await database()),
  },
]

const onFailure = ({ name }: Job, error: unknown): void =>
  log().error({ job: name, err: translateStorageFailure(error) }, 'A job failed')

/** @returns What ends them */
export const startOurJobs = () => startJobs(jobs, { database, onFailure })
