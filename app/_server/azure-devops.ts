import 'server-only'
import { certificateSigner } from '#lib/certificates/signer'
import { getConnection } from '#lib/connections/get'
import type { ConnectionLink } from '#lib/connections/link'
import type { Connection } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { createTokenSource } from '#lib/platform/entra/token-source'
import { storageContext } from './context'
import { signingContext } from './key-vaults'
import { fetchFor } from './network'
import { pinned } from './pinned'

interface OpenLink {
  readonly version: string
  readonly link: Promise<ConnectionLink>
}

/** A connection keeps its token and its pacing gate from request to request, until its settings change. */
const openLinks = () => pinned('connection-links', async () => new Map<string, OpenLink>())

async function open(member: Member, { settings }: Connection): Promise<ConnectionLink> {
  const fetch = await fetchFor(settings.sandbox)
  const certificate = await certificateSigner(await signingContext(), member.workspaceId, settings.certificateId)
  const { tokenUrl, clientId, scope, organization, apiVersion } = settings
  const tokenSource = createTokenSource({ tokenUrl, clientId, scope, signer: certificate, fetch })
  const send = createTransport({
    organization,
    apiVersion,
    tokenSource,
    fetch,
    retryPolicy: settings,
    pacing: createPacing(),
  })
  return {
    settings,
    certificate,
    tokenSource,
    endpoints: createEndpoints(send),
    discoverTenant: (signal) => discoverTenant({ tokenUrl, fetch, signal }),
  }
}

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
