import 'server-only'
import { listCertificates } from '#lib/certificates/list'
import { getConnection } from '#lib/connections/get'
import { listConnections } from '#lib/connections/list'
import { storageContext } from './context'
import { sandbox, sandboxIsOn } from './sandbox'
import { describeSandbox, type SandboxState } from './sandbox-state'
import { currentMember } from './session'

/** What pages read for their first paint, on behalf of the person who is signed in. */
export async function certificates() {
  return listCertificates(await storageContext(), await currentMember())
}

export async function connections() {
  return listConnections(await storageContext(), await currentMember())
}

/** @throws not_found */
export async function connection(id: string) {
  return getConnection(await storageContext(), await currentMember(), id)
}

/** `undefined` where the sandbox is switched off. */
export async function sandboxState(): Promise<SandboxState | undefined> {
  await currentMember()
  return sandboxIsOn() ? describeSandbox(await sandbox()) : undefined
}
