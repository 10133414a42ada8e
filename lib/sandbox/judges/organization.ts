import 'server-only'
import { createDevOps } from '../devops'
import type { Caller } from '../devops/protocol/caller'
import { createTestTenant, member, now } from '../devops/test-organization'

/** The organization that is judged: small, and its usual caller may do everything in it. */
export function createJudgedOrganization() {
  const callers = new WeakMap<Request, Caller>()
  const { fetch, routes } = createDevOps({
    organization: 'contoso',
    tenant: createTestTenant('collection administrators'),
    seed: 1,
    items: 60,
    now: () => now,
    identify: (request) => Promise.resolve(callers.get(request) ?? member),
  })
  return {
    routes,
    fetch(request: Request, caller: Caller = member): Promise<Response> {
      callers.set(request, caller)
      return fetch(request)
    },
  }
}
