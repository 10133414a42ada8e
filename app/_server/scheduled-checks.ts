import 'server-only'
import { checkConnection } from '#lib/connections/check'
import { getConnection } from '#lib/connections/get'
import type { ConnectionLink, DraftLink } from '#lib/connections/link'
import { recordTest } from '#lib/connections/record-test'
import { claimDue, type DueConnection } from '#lib/connections/schedule/claim-due'
import { lightNotice } from '#lib/connections/schedule/light-notice'
import type { FinishedTest } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import type { Notification } from '#lib/platform/notify/notification'
import { caretakerOf } from './caretaker'
import type { storageContext } from './context'

/** Complete, because it is of a connection and of no draft. */
type TestableLink = DraftLink & Pick<ConnectionLink, 'settings'>

interface Checking {
  readonly linkOf: (member: Member, connectionId: string) => Promise<TestableLink>
  readonly notify: (workspaceId: string, notification: Notification) => Promise<void>
  /** PUBLIC_URL, where it is known. */
  readonly publicUrl?: string | undefined
  readonly signal?: AbortSignal
}

type Context = Awaited<ReturnType<typeof storageContext>>

/** The whole of a test, of which nobody watches the single checks. */
async function finished(link: DraftLink, member: Member, signal?: AbortSignal): Promise<FinishedTest | undefined> {
  let test: FinishedTest | undefined
  const keep = async (finished: FinishedTest) => {
    test = finished
  }
  for await (const _ of checkConnection(link, member, keep, { signal })) signal?.throwIfAborted()
  return test
}

async function checkOne(context: Context, { id, workspaceId }: DueConnection, options: Checking): Promise<void> {
  const { linkOf, notify, publicUrl, signal } = options
  const member = caretakerOf(workspaceId, 'editor')
  const before = await getConnection(context, member, id)
  const link = await linkOf(member, id)
  const test = await finished(link, member, signal)
  if (!test) return
  await recordTest(context, member, { id, settings: link.settings }, test, { isScheduled: true })
  const notice = lightNotice(before, test, publicUrl && new URL(`/connections/${id}/history`, publicUrl).href)
  if (notice) await notify(workspaceId, notice)
}

/**
 * Tests every connection that is due, one after the other, and tells when one stops working or works again.
 * @throws What went wrong first, after the other connections had their turn
 */
export async function checkDueConnections(context: Context, options: Checking): Promise<void> {
  const failures: unknown[] = []
  for (let due = await claimDue(context.db); due; due = await claimDue(context.db)) {
    await checkOne(context, due, options).catch((error: unknown) => failures.push(error))
    options.signal?.throwIfAborted()
  }
  if (failures.length > 0) throw failures[0]
}
