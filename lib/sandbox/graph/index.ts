import 'server-only'
import type { ReadToken } from '../entra/access-token'
import { type Exchange, refusal, respond, startExchange } from './protocol/answer'
import { requirePermission, rolesOf } from './protocol/caller'
import { isGraphError, refuse } from './protocol/errors'
import { findRoute, type GraphTenant } from './protocol/route'
import { routes } from './routes'

export const graphHost = 'graph.microsoft.com'

interface GraphOptions {
  readonly tenant: GraphTenant
  /** What a token says that the tenant's token endpoint issued, if it is still good. */
  readonly readToken: (token: string) => Promise<ReadToken | undefined>
  readonly now: () => Date
}

const versions = ['v1.0', 'beta']

/** What stands behind the version in an address; undefined for addresses that the sandbox does not know. */
function pathIn({ pathname }: URL): string | undefined {
  const [, version = '', ...rest] = pathname.split('/')
  if (!versions.includes(version)) return undefined
  try {
    return decodeURIComponent(rest.join('/'))
  } catch {
    return undefined
  }
}

/**
 * Emulates of Microsoft Graph what people automate the setup with: app registrations, service principals, consent and
 * what clients ask about the tenant; 501 for whatever else it has. An app may do what its token's roles say.
 */
export function createGraph({ tenant, readToken, now }: GraphOptions) {
  async function answer(request: Request, exchange: Exchange): Promise<Response> {
    const url = new URL(request.url)
    const path = pathIn(url)
    const found = path === undefined ? undefined : findRoute(routes, request.method, path)
    if (!found) throw refuse.notEmulated(`${request.method} ${url.host}${url.pathname}`)
    const { route, key } = found
    requirePermission(await rolesOf(request, { readToken, now: exchange.now }), route.permissions)
    return respond(await route.handle({ tenant, request, url, key }), exchange)
  }

  return {
    async fetch(request: Request): Promise<Response> {
      const exchange = startExchange(request, now())
      try {
        return await answer(request, exchange)
      } catch (error) {
        if (isGraphError(error)) return refusal(error, exchange)
        throw error
      }
    },
  }
}
