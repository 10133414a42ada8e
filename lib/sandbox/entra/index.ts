import 'server-only'
import type { TrustedKey } from '../control/registered-certificate'
import type { SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'
import { type AccessTokens, createAccessTokens, expiresIn, type TokenHolder } from './access-token'
import { answer, type Exchange, refusal, startExchange } from './answer'
import { instanceDiscovery, openIdConfigurationV1, openIdConfigurationV2, requireKeysTenant } from './discovery'
import { isEntraError, refuse } from './errors'
import { grantedResource, isOtherGrant, readForm } from './token'

interface EntraOptions {
  readonly identity: SandboxIdentity
  readonly trustedKeys: () => readonly TrustedKey[]
  readonly now: () => Date
}

interface Entra {
  readonly fetch: (request: Request) => Promise<Response>
  /** Whose token it is, if it is good for Azure DevOps now. */
  readonly verifyAccessToken: (token: string) => Promise<TokenHolder | undefined>
}

interface Context extends EntraOptions {
  readonly tokens: AccessTokens
}

async function token(request: Request, tenant: string, exchange: Exchange, context: Context): Promise<Response> {
  if (request.method !== 'POST') throw refuse.method(request.method)
  const form = await readForm(request)
  if (isOtherGrant(form)) return notEmulated(request)
  const keys = context.trustedKeys()
  const resource = grantedResource({ tenant, form, identity: context.identity, keys, now: exchange.now })
  const accessToken = await context.tokens.issue(resource)
  return answer(exchange, {
    token_type: 'Bearer',
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: accessToken,
  })
}

/** The documents that anybody may read, by the path behind the tenant. */
function publicDocument(path: string, tenant: string, query: URLSearchParams, { identity, tokens }: Context): unknown {
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
      return tenant === 'common' ? instanceDiscovery(query) : undefined
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
  const { pathname, searchParams } = new URL(request.url)
  const [, tenantPart = '', ...rest] = pathname.split('/')
  const tenant = decodeTenant(tenantPart)
  const path = rest.join('/').toLowerCase()
  if (path === 'oauth2/v2.0/token') return await token(request, tenant, exchange, context)
  const document = request.method === 'GET' ? publicDocument(path, tenant, searchParams, context) : undefined
  return document === undefined ? notEmulated(request) : answer(exchange, document)
}

/** Emulates the login host: token endpoint, OpenID configuration, keys and instance discovery. */
export async function createEntra(options: EntraOptions): Promise<Entra> {
  const context: Context = { ...options, tokens: await createAccessTokens(options.identity, options.now) }
  return {
    verifyAccessToken: context.tokens.verify,
    async fetch(request) {
      const exchange = startExchange(request, options.now())
      try {
        return await route(request, exchange, context)
      } catch (error) {
        if (isEntraError(error)) return refusal(error, exchange)
        throw error
      }
    },
  }
}
