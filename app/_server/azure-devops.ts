import 'server-only'
import { certificateSigner } from '#lib/certificates/signer'
import { getConnection } from '#lib/connections/get'
import type { ConnectionLink } from '#lib/connections/link'
import { recordPreviousUse } from '#lib/connections/rotation/record-previous-use'
import type { Signing } from '#lib/connections/rotation/schema'
import type { Connection } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import { log } from '#lib/platform/log'
import { storageContext } from './context'
import { signingContext } from './key-vaults'
import { fetchFor } from './network'
import { openLink, openTrialLink } from './open-link'
import { pinned } from './pinned'

interface OpenLink {
  readonly version: string
  readonly link: Promise<ConnectionLink>
}

/** A connection keeps its token and its pacing gate from request to request, until its settings change. */
const openLinks = () => pinned('connection-links', async () => new Map<string, OpenLink>())

async function groundFor(member: Member, { settings }: Connection) {
  const context = await signingContext()
  const signerOf = (id: string) => certificateSigner(context, member.workspaceId, id)
  return { fetch: await fetchFor(settings.sandbox), signerOf }
}

/** A note for people to read; that it could not be taken is no reason to refuse the token. */
async function notePreviousUse({ id }: Connection): Promise<void> {
  try {
    await recordPreviousUse((await storageContext()).db, id)
  } catch (err) {
    log().warn({ connection: id, err }, 'The use of a previous certificate was not noted')
  }
}

const open = async (member: Member, connection: Connection): Promise<ConnectionLink> =>
  openLink(await groundFor(member, connection), connection, () => void notePreviousUse(connection))

/**
 * The connection, able to sign in and to ask Azure DevOps: real or sandbox, decided here and nowhere else.
 * @throws not_found, role_insufficient, vault_unsealable
 */
export async function connectionLink(member: Member, connectionId: string): Promise<ConnectionLink> {
  const connection = await getConnection(await storageContext(), member, connectionId)
  const links = await openLinks()
  const known = links.get(connectionId)
  if (known?.version === connection.updatedAt) return known.link
  const link = open(member, connection)
  links.set(connectionId, { version: connection.updatedAt, link })
  link.catch(() => links.delete(connectionId))
  return link
}

/**
 * The connection, signing in with one of its certificates and no other, and with a token of its own.
 * @throws not_found, role_insufficient, rotation_out_of_step, vault_unsealable
 */
export async function trialLink(member: Member, connectionId: string, signing: Signing): Promise<ConnectionLink> {
  const connection = await getConnection(await storageContext(), member, connectionId)
  return openTrialLink(await groundFor(member, connection), connection, signing)
}
