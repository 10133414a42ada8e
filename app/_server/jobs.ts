import 'server-only'
import { env } from '#lib/platform/env'
import type { Job } from '#lib/platform/jobs/run-if-due'
import { startJobs } from '#lib/platform/jobs/start-jobs'
import { log } from '#lib/platform/log'
import { translateStorageFailure } from '#lib/platform/storage/failure'
import { forgetSentNotifications } from '#lib/reminders/forget'
import { connectionLink } from './azure-devops'
import { storageContext } from './context'
import { database } from './database'
import { remindOfExpiry } from './expiry-reminders'
import { notify } from './notify'
import { checkDueConnections } from './scheduled-checks'

/** What Certboard does by itself, whoever is signed in. */
const jobs: readonly Job[] = [
  {
    name: 'connection-checks',
    everyMinutes: 5,
    run: async (signal) =>
      checkDueConnections(await storageContext(), {
        linkOf: connectionLink,
        notify,
        publicUrl: env().PUBLIC_URL,
        signal,
      }),
  },
  {
    name: 'expiry-reminders',
    everyMinutes: 60,
    run: async (signal) => remindOfExpiry(await storageContext(), { notify, publicUrl: env().PUBLIC_URL, signal }),
  },
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
