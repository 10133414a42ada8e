import 'server-only'
import { env } from '#lib/platform/env'
import { log } from '#lib/platform/log'
import { createSignInLink } from '#lib/workspace/sign-in-link'
import { selectFirstOwner } from '#lib/workspace/store'
import { closeDatabase, openDatabaseOrExplain } from './database'
import { startOurJobs } from './jobs'
import { sandboxControlToken } from './sandbox-token'
import { secrets } from './secrets'

/** A start that cannot succeed ends with one sentence; a stack trace would hide it. */
function giveUp(reason: unknown): never {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
}

/** For a person to copy, so it is not a line of the log – where a sign-in key may not stand either. */
async function printSignInLink(signInSecret: string): Promise<void> {
  const link = await createSignInLink(env(), signInSecret)
  process.stdout.write(`\nNobody has signed in yet. Open this link within 15 minutes; it works once:\n\n  ${link}\n\n`)
}

async function prepare(): Promise<void> {
  const { made, SIGN_IN_SECRET } = await secrets()
  if (made) log().info({ folder: env().DATA_DIR }, 'Made secrets that nobody gave and kept them in secrets.json')
  const { db } = await openDatabaseOrExplain()
  if (env().SANDBOX === 'on') await sandboxControlToken()
  if (!(await selectFirstOwner(db))) await printSignInLink(SIGN_IN_SECRET)
}

/** Checks the settings, opens and migrates the database, on a first start prints a sign-in link, and starts the jobs. */
export async function start(): Promise<void> {
  try {
    await prepare()
  } catch (error) {
    giveUp(error)
  }
  const stopJobs = startOurJobs()
  const end = async () => {
    await stopJobs()
    await closeDatabase()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
}
