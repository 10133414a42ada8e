import 'server-only'
import type { Directory } from '../control'
import type { SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'
import { type AccessTokens, createAccessTokens, type Grant, type ReadToken, type TokenHolder } from './access-token'
import { answer, type Exchange, refusal, startExchange } from './answer'
import { type EntraBehaviour, likeliest } from './behaviour'
import { instanceDiscovery, openIdConfigurationV1, openIdConfigurationV2, requireKeysTenant } from './discovery'
import { isEntraError } from './entra-error'
import { refuse } from './errors'
import { isOtherGrant, readForm } from './form'
import { createLoopGuard } from './loop'
import { azureDevOpsResources, isAmong, requireKnown } from './scope'
import { type EndpointVersion, grant } from './token'
import { unprovoked } from './unprovoked'

interface EntraOptions {
  readonly identity: SandboxIdentity
  readonly directory: Directory
  readonly now: () => Date
  readonly behaviour?: Partial<EntraBehaviour> | undefined
}

export interface Entra {
  readonly fetch: (request: Request) => Promise<Response>
  /** What a token says, if it is good for anything now. */
  readonly readAccessToken: (token: string) => Promise<ReadToken | undefined>
  /** Whose token it is, if it is good for Azure DevOps now. */
  readonly verifyAccessToken: (token: string) => Promise<TokenHolder | undefined>
  /**
   * What Azure itself asks for on behalf of a managed identity, which shows no credential.
   * @throws EntraError 500011
   */
  readonly issue: (grant: Grant) => Promise<IssuedToken>
  /** Refuses with a number that no condition raises; undefined for one that some condition raises. */
  readonly refuseWith: (request: Request, code: number) => Response | undefined
}

interface IssuedToken {
  readonly accessToken: string
  /** Seconds */
  readonly lifetime: number
}

interface Context extends Omit<EntraOptions, 'behaviour'> {
  readonly behaviour: EntraBehaviour
  readonly tokens: AccessTokens
  readonly requireNoLoop: ReturnType<typeof createLoopGuard>
}

interface Asked {
  readonly request: Request
  readonly tenant: string
  readonly exchange: Exchange
}

/** The older endpoint writes numbers as text and repeats what was asked for; not seen in a full answer. */
function tokenAnswer(version: EndpointVersion, resource: string, lifetime: number, now: Date) {
  if (version === 'v2') return { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime }
  const seconds = Math.floor(now.getTime() / 1000)
  return {
    token_type: 'Bearer',
    expires_in: String(lifetime),
    ext_expires_in: String(lifetime),
    expires_on: String(seconds + lifetime),
    not_before: String(seconds - 300),
    resource,
  }
}

/** @throws each code that the steps name */
async function token({ request, tenant, exchange }: Asked, version: EndpointVersion, context: Context) {
  if (request.method !== 'POST') throw refuse.method(request.method)
  const form = await readForm(request)
  if (isOtherGrant(form)) return notEmulated(request)
  const { now } = exchange
  const granted = grant({ version, tenant, form, hasOrigin: request.headers.has('origin'), now }, context)
  context.requireNoLoop(`${granted.app.clientId} ${granted.resource}`, now)
  const lifetime = context.behaviour.tokenLifetimeSeconds
  const accessToken = await context.tokens.issue(granted, lifetime)
  return answer(exchange, { ...tokenAnswer(version, granted.resource, lifetime, now), access_token: accessToken })
}

/** The documents that anybody may read, by the path behind the tenant. */
function publicDocument(path: string, { request, tenant }: Asked, { identity, tokens }: Context): unknown {
  switch (path) {
    case 'v2.0/.well-known/openid-configuration':
      return openIdConfigurationV2(tenant, identity)
    case '.well-known/openid-configuration':
      return openIdConfigurationV1(tenant, identity)
    case 'discovery/v2.0/keys':
    case 'discovery/keys':
      requireKeysTenant(tenant, identity)
      return tokens.jwks
    case 'discovery/instance':
      return tenant === 'common' ? instanceDiscovery(new URL(request.url).searchParams) : undefined
    default:
      return undefined
  }
}

/** @throws 90013 */
function decodeTenant(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw refuse.tenantCharacters()
  }
}

async function route(request: Request, exchange: Exchange, context: Context): Promise<Response> {
  const [, tenantPart = '', ...rest] = new URL(request.url).pathname.split('/')
  const asked: Asked = { request, tenant: decodeTenant(tenantPart), exchange }
  const path = rest.join('/').toLowerCase()
  if (path === 'oauth2/v2.0/token') return await token(asked, 'v2', context)
  if (path === 'oauth2/token') return await token(asked, 'v1', context)
  const document = request.method === 'GET' ? publicDocument(path, asked, context) : undefined
  return document === undefined ? notEmulated(request) : answer(exchange, document)
}

/** Emulates the login host: token endpoints, OpenID configuration, keys and instance discovery. */
export async function createEntra(options: EntraOptions): Promise<Entra> {
  const behaviour: EntraBehaviour = { ...likeliest, ...options.behaviour }
  const tokens = await createAccessTokens(options.identity.tenantId, options.now)
  const context: Context = {
    ...options,
    behaviour,
    tokens,
    requireNoLoop: createLoopGuard(behaviour.requestsUntilLoop),
  }
  return {
    readAccessToken: tokens.read,
    async issue(grant) {
      requireKnown(grant.resource, options.identity.tenantName)
      const lifetime = behaviour.tokenLifetimeSeconds
      return { accessToken: await tokens.issue(grant, lifetime), lifetime }
    },
    async verifyAccessToken(token) {
      const read = await tokens.read(token)
      return read && isAmong(azureDevOpsResources, read.resource) ? read.holder : undefined
    },
    async fetch(request) {
      const exchange = startExchange(request, options.now())
      try {
        return await route(request, exchange, context)
      } catch (error) {
        if (isEntraError(error)) return refusal(error, exchange, behaviour)
        throw error
      }
    },
    refuseWith(request, code) {
      const error = unprovoked(code)
      return error && refusal(error, startExchange(request, options.now()), behaviour)
    },
  }
}
