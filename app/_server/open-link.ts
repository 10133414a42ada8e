import 'server-only'
import type { CertificateSigner } from '#lib/certificates/signer'
import type { ConnectionLink } from '#lib/connections/link'
import type { Signing } from '#lib/connections/rotation/schema'
import type { Connection } from '#lib/connections/schema'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { createSignedExchange } from '#lib/platform/azure-devops/signed-exchange'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { createTokenSource, type TokenSourceOptions } from '#lib/platform/entra/token-source'
import { AppError } from '#lib/platform/errors/index'
import type { Fetch } from '#lib/platform/http/fetch'

/** What a connection is opened with. */
interface Ground {
  readonly fetch: Fetch
  readonly signerOf: (certificateId: string) => Promise<CertificateSigner>
}

function linkWith(
  { fetch }: Pick<Ground, 'fetch'>,
  { settings }: Connection,
  certificate: CertificateSigner,
  previous?: TokenSourceOptions['previous'],
): ConnectionLink {
  const { tokenUrl, clientId, scope, organization, apiVersion } = settings
  const signing = { signer: certificate, ...(previous && { previous }) }
  const tokenSource = createTokenSource({ tokenUrl, clientId, scope, fetch, ...signing })
  const pacing = createPacing()
  const way = { tokenSource, fetch, pacing }
  const send = createTransport({ organization, apiVersion, retryPolicy: settings, ...way })
  return {
    settings,
    certificate,
    tokenSource,
    endpoints: createEndpoints(send),
    exchange: createSignedExchange(way),
    discoverTenant: (signal) => discoverTenant({ tokenUrl, fetch, signal }),
  }
}

type Previous = Pick<NonNullable<TokenSourceOptions['previous']>, 'onUse'>

/** A previous certificate that cannot be opened helps nobody out, and keeps nobody from the current one either. */
async function previousOf({ signerOf }: Ground, { rotation }: Connection, { onUse }: Previous) {
  if (!(rotation?.previousCertificateId && rotation.graceEndsAt)) return undefined
  const signer = await signerOf(rotation.previousCertificateId).catch(() => undefined)
  return signer && { signer, until: Date.parse(rotation.graceEndsAt), onUse }
}

/**
 * A connection brought to life. While its certificate is changed, the previous one helps out.
 * @param onPreviousUse Told whenever it had to
 */
export async function openLink(
  ground: Ground,
  connection: Connection,
  onPreviousUse: () => void,
): Promise<ConnectionLink> {
  const certificate = await ground.signerOf(connection.settings.certificateId)
  const previous = await previousOf(ground, connection, { onUse: onPreviousUse })
  return linkWith(ground, connection, certificate, previous)
}

const certificateIdOf: Readonly<Record<Signing, (connection: Connection) => string | undefined>> = {
  current: ({ settings }) => settings.certificateId,
  next: ({ rotation }) => rotation?.nextCertificateId,
  previous: ({ rotation }) => rotation?.previousCertificateId,
}

/**
 * The same with one of its certificates and no other.
 * @throws rotation_out_of_step when it has none
 */
export async function openTrialLink(ground: Ground, connection: Connection, signing: Signing): Promise<ConnectionLink> {
  const id = certificateIdOf[signing](connection)
  if (!id) throw new AppError('rotation_out_of_step', { detail: `There is no ${signing} certificate.` })
  return linkWith(ground, connection, await ground.signerOf(id))
}
