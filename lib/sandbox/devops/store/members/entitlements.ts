import 'server-only'
import type { Person } from '../../../seed/model'
import { basic, type Licence, licenceOf, stakeholder } from './licences'

/** What a member may use, and since when. */
export interface Entitlement {
  readonly licence: Licence
  readonly status: 'active' | 'pending'
  /** Undefined: never. */
  readonly lastAccessed: number | undefined
  readonly created: number
}

/** By the IDs of identities. */
export interface Entitlements {
  has(id: string): boolean
  of(id: string): Entitlement
  /** Gives a newcomer the licence, and somebody who has one another. */
  grant(id: string, licence: Licence, now: number): void
  /** As of somebody who has been there and signs in. */
  seed(id: string, entitlement: Entitlement): void
  remove(id: string): void
}

const hour = 3_600_000
const day = 24 * hour

/** Most have Basic; some have it from their Visual Studio subscription, and who only looks on is a stakeholder. */
function seededLicence(index: number): Licence {
  if (index % 9 === 5) return stakeholder
  return (index % 6 === 2 ? licenceOf('msdn', 'enterprise') : undefined) ?? basic
}

/** @param now People came during the two years before it, and were last seen in the days before it */
export function createEntitlements(people: readonly Person[], now: number): Entitlements {
  const entitlements = new Map<string, Entitlement>()
  people.forEach(({ id }, index) => {
    const created = now - (700 - index * 31) * day
    const lastAccessed = now - (1 + (index % 7) * 5) * hour
    entitlements.set(id, { licence: seededLicence(index), status: 'active', lastAccessed, created })
  })

  return {
    has: (id) => entitlements.has(id),
    of: (id) =>
      entitlements.get(id) ?? { licence: stakeholder, status: 'pending', lastAccessed: undefined, created: now },
    grant(id, licence, created) {
      const before = entitlements.get(id) ?? { status: 'pending', lastAccessed: undefined, created }
      entitlements.set(id, { ...before, licence })
    },
    seed: (id, entitlement) => entitlements.set(id, entitlement),
    remove: (id) => entitlements.delete(id),
  }
}
