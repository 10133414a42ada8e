import 'server-only'
import { createDevOps } from '../devops'
import { parseAddress } from '../devops/protocol/address'
import type { Caller } from '../devops/protocol/caller'
import { findRoute, type Route } from '../devops/protocol/route'
import { createTestTenant, member, now } from '../devops/test-organization'

/** The organization that is judged: small, and its usual caller may do everything in it. */
export function createJudgedOrganization() {
  const callers = new WeakMap<Request, Caller>()
  const { fetch, routes } = createDevOps({
    organization: 'contoso',
    tenant: createTestTenant({ role: 'collection administrators' }),
    seed: 1,
    items: 60,
    now: () => now,
    identify: (request) => Promise.resolve(callers.get(request) ?? member),
  })
  const answered = new Set<Route>()

  function routeOf({ method, url }: Request): Route | undefined {
    const { service, path = [], project, team } = parseAddress(new URL(url))
    const depth = [project, team].filter((name) => name !== undefined).length
    return findRoute(routes, { service, method, path, depth })?.route
  }

  return {
    /** Those that have not answered well yet, as one line each. */
    unansweredRoutes: (): string[] =>
      routes.filter((route) => !answered.has(route)).map(({ method, path, service }) => `${method} ${service} ${path}`),

    async fetch(request: Request, caller: Caller = member): Promise<Response> {
      callers.set(request, caller)
      const response = await fetch(request)
      const route = routeOf(request)
      if (route && response.ok) answered.add(route)
      return response
    },
  }
}
