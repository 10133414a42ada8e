import 'server-only'
import { createDevOps } from './index'
import type { Role } from './store/members/subject'
import { createTestTenant, member, now, stranger } from './test-organization'

/** Who sends a request: the tenant's application that has that role, or the other one, which is no member at first. */
type Sender = 'member' | 'stranger'

interface Options {
  readonly role?: Role
  readonly items?: number
}

/** An organization whose tenant has two applications, each of which may send requests, to any host. */
export function createTestMembers({ role = 'collection administrators', items = 0 }: Options = {}) {
  const tenant = createTestTenant({ role })
  const devOps = createDevOps({
    organization: 'contoso',
    tenant,
    seed: 1,
    items,
    now: () => now,
    identify(request) {
      const { objectId } = request.headers.get('authorization') === 'Bearer stranger' ? stranger : member
      const [application] = tenant.enterpriseApplications().filter((one) => one.objectId === objectId)
      return Promise.resolve(application ? { kind: 'principal', ...application } : { kind: 'invalid' })
    },
  })

  /** @param address Host and path behind the organization, for example `vssps.dev.azure.com/_apis/graph/users` */
  return async (method: string, address: string, body?: unknown, sender: Sender = 'member'): Promise<Response> => {
    const [host = '', ...path] = address.split('/')
    const url = new URL(`https://${host}/contoso/${path.join('/')}`)
    if (!url.searchParams.has('api-version')) url.searchParams.set('api-version', '7.1-preview')
    const headers = {
      authorization: `Bearer ${sender}`,
      'content-type': Array.isArray(body) ? 'application/json-patch+json' : 'application/json',
      'x-tfs-fedauthredirect': 'Suppress',
    }
    return await devOps.fetch(
      new Request(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) }),
    )
  }
}
