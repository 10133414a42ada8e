import 'server-only'
import { expiryNotice } from '#lib/certificates/expiry/notice'
import { listCertificates } from '#lib/certificates/list'
import { listConnections } from '#lib/connections/list'
import type { Connection } from '#lib/connections/schema'
import type { Notification } from '#lib/platform/notify/notification'
import { selectWorkspaceIds } from '#lib/workspace/store'
import { caretakerOf } from './caretaker'
import type { storageContext } from './context'

interface Reminding {
  readonly notify: (workspaceId: string, notification: Notification) => Promise<void>
  /** PUBLIC_URL, where it is known. */
  readonly publicUrl?: string | undefined
  readonly now?: Date
  readonly signal?: AbortSignal
}

const useOf = ({ id, settings: { name } }: Connection, publicUrl: string | undefined) => ({
  name,
  ...(publicUrl && { url: new URL(`/connections/${id}`, publicUrl).href }),
})

type Context = Awaited<ReturnType<typeof storageContext>>

async function remindWorkspace(context: Context, workspaceId: string, now: Date, { notify, publicUrl }: Reminding) {
  const caretaker = caretakerOf(workspaceId, 'viewer')
  const connections = await listConnections(context, caretaker)
  for (const certificate of await listCertificates(context, caretaker)) {
    const signing = connections.filter(({ settings }) => settings.certificateId === certificate.id)
    const uses = signing.map((connection) => useOf(connection, publicUrl))
    const notice = expiryNotice(certificate, uses, now)
    if (notice) await notify(workspaceId, notice)
  }
}

/**
 * Tells every workspace which certificates of its connections end soon. However often it runs, each is told once.
 * @throws What went wrong first, after the other workspaces had their turn
 */
export async function remindOfExpiry(context: Context, options: Reminding): Promise<void> {
  const { now = new Date(), signal } = options
  const failures: unknown[] = []
  for (const workspaceId of await selectWorkspaceIds(context.db)) {
    signal?.throwIfAborted()
    await remindWorkspace(context, workspaceId, now, options).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}
