import 'server-only'
import { certificateSigner } from '#lib/certificates/signer'
import { readDraftSettings } from '#lib/connections/draft-settings'
import type { DraftLink } from '#lib/connections/link'
import type { ConnectionSettings } from '#lib/connections/schema'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { retryPolicy } from '#lib/platform/azure-devops/schema'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { probeApp } from '#lib/platform/entra/probe-app'
import { documentedScope } from '#lib/platform/entra/schema'
import type { Signer } from '#lib/platform/entra/signer'
import { createTokenSource, type TokenSource } from '#lib/platform/entra/token-source'
import { AppError, isAppError } from '#lib/platform/errors/index'
import type { Fetch } from '#lib/platform/http/fetch'
import type { SetupDraft } from '#lib/setup/schema'
import { signingContext } from './key-vaults'
import { fetchFor } from './network'

type Settings = Partial<ConnectionSettings>

/** Asked for only where a check before it has seen that a token can be had. */
const noTokenSource: Pick<TokenSource, 'token' | 'invalidate'> = {
  token: () => Promise.reject(new AppError('setting_missing')),
  invalidate: () => undefined,
}

/** A certificate that is gone is as good as none: the person chooses another. */
async function signerOf(workspaceId: string, { certificateId }: SetupDraft) {
  if (!certificateId) return undefined
  try {
    return await certificateSigner(await signingContext(), workspaceId, certificateId)
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return undefined
    throw error
  }
}

/** For what Azure DevOps tells to everybody; with a token source also for what it tells to members. */
export function anonymousTransport(
  organization: string,
  fetch: Fetch,
  { apiVersion = '7.0' }: Settings = {},
  tokenSource = noTokenSource,
) {
  const options = { organization, apiVersion, retryPolicy: retryPolicy.parse({}), pacing: createPacing() }
  return createTransport({ ...options, tokenSource, fetch })
}

function endpointsOf(settings: Settings, tokenSource: TokenSource | undefined, fetch: Fetch) {
  const { organization } = settings
  return organization && createEndpoints(anonymousTransport(organization, fetch, settings, tokenSource))
}

type WaysToEntra = Pick<DraftLink, 'discoverTenant' | 'tokenSource' | 'probeApp'>

/** Ways to Entra ID, as far as the values go. */
function entraOf(settings: Settings, fetch: Fetch, signer: Signer | undefined): WaysToEntra {
  const { tokenUrl, clientId, scope = documentedScope } = settings
  if (tokenUrl === undefined) return {}
  const discover = { discoverTenant: (signal?: AbortSignal) => discoverTenant({ tokenUrl, fetch, signal }) }
  if (clientId === undefined) return discover
  const ask = { tokenUrl, clientId, scope, fetch }
  return signer
    ? { ...discover, tokenSource: createTokenSource({ ...ask, signer }) }
    : { ...discover, probeApp: (signal?: AbortSignal) => probeApp({ ...ask, signal }) }
}
interface Reach {
  readonly fetch: Fetch
  readonly certificate: DraftLink['certificate']
}

/**
 * A connection as far as a draft goes: each part is there whose values are. Its token is its own, so that what somebody
 * mends in the portals shows at once.
 */
export function linkOfDraft(draft: SetupDraft, { fetch, certificate }: Reach): DraftLink {
  const { settings, invalid } = readDraftSettings(draft)
  const entra = entraOf(settings, fetch, certificate)
  const endpoints = endpointsOf(settings, entra.tokenSource, fetch)
  return {
    settings,
    invalid,
    isDraft: true,
    ...entra,
    ...(certificate && { certificate }),
    ...(endpoints && { endpoints }),
  }
}

/** @throws vault_unsealable, storage_unavailable */
export async function draftLink(workspaceId: string, draft: SetupDraft): Promise<DraftLink> {
  const [fetch, certificate] = await Promise.all([fetchFor(draft.sandbox), signerOf(workspaceId, draft)])
  return linkOfDraft(draft, { fetch, certificate })
}
