import 'server-only'
import { createDevOps } from './index'
import type { Caller } from './protocol/caller'
import type { Principal } from './protocol/sign-in'
import type { Admission, Tenant } from './store/members/tenant'

export const now = new Date('2026-11-23T11:00:00Z')
export const tenantId = '11111111-2222-4333-8444-555555555555'

export const member: Principal = {
  kind: 'principal',
  objectId: '22222222-3333-4444-8555-666666666666',
  displayName: 'Practice app',
  clientId: '33333333-4444-4555-8666-777777777777',
  isMember: true,
}

/** Another enterprise application of the tenant, which is no member at first. */
export const stranger: Principal = {
  kind: 'principal',
  objectId: '44444444-5555-4666-8777-888888888888',
  displayName: 'Reporting app',
  clientId: '55555555-6666-4777-8888-999999999999',
  isMember: false,
}

const asContributor: Admission = { accessLevel: 'express', role: 'contributors', projects: 'all' }

/** A tenant with two enterprise applications; what is let in stays let in. */
export function createTestTenant(admission: Partial<Admission> = {}): Tenant {
  const own = { ...asContributor, ...admission }
  const applications = new Map(
    [
      { ...member, ...own },
      { ...stranger, ...asContributor },
    ].map((one) => [one.objectId, one]),
  )
  return {
    id: tenantId,
    enterpriseApplications: () => [...applications.values()],
    setMember(objectId, isMember) {
      const application = applications.get(objectId)
      if (application) applications.set(objectId, { ...application, isMember })
    },
  }
}

const url = 'https://dev.azure.com/contoso'

/** An organization for tests, which takes every request for one of the given caller. */
export function createTestOrganization({
  items = 2000,
  caller = member,
  ...admission
}: {
  items?: number
  caller?: Caller
} & Partial<Admission> = {}) {
  const devOps = createDevOps({
    organization: 'contoso',
    tenant: createTestTenant(admission),
    seed: 1,
    items,
    now: () => now,
    identify: () => Promise.resolve(caller),
  })

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    devOps.fetch(new Request(`${url}/${path}`, { headers }))

  const post = (path: string, body: unknown): Promise<Response> =>
    devOps.fetch(new Request(`${url}/${path}`, { method: 'POST', body: JSON.stringify(body) }))

  /** Any method, with the version that writes need. */
  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    devOps.fetch(
      new Request(`${url}/${path}${path.includes('?') ? '&' : '?'}api-version=7.1`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )

  return { ...devOps, url, get, post, send }
}

export interface ListBody<T> {
  readonly count: number
  readonly value: readonly T[]
}

export async function bodyOf<T>(response: Response | Promise<Response>): Promise<T> {
  return await (await response).json()
}

interface ErrorBody {
  readonly message: string
  readonly typeKey: string
}

/** Status, type and TF or VS number of an error. */
export async function errorOf(response: Promise<Response>): Promise<{ status: number; typeKey: string; code: string }> {
  const answer = await response
  const { message, typeKey } = await bodyOf<ErrorBody>(answer)
  return { status: answer.status, typeKey, code: /^(?:TF|VS)\d+/.exec(message)?.[0] ?? '' }
}
