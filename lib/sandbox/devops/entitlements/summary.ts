import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import type { Call } from '../protocol/call'
import type { Licence } from '../store/members/licences'

/** How many of the licences of a name are given out. */
function licenceSummary(licences: readonly Licence[], name: string) {
  const [licence, ...more] = licences.filter(({ licenseDisplayName }) => licenseDisplayName === name)
  return {
    licenseName: name,
    source: licence?.licensingSource,
    accountLicenseType: licence?.accountLicenseType,
    msdnLicenseType: licence?.msdnLicenseType,
    assigned: 1 + more.length,
    disabled: 0,
  }
}

/** What is given out in the organization. */
export function getEntitlementSummary({ store }: Call): Answer {
  const { members, world } = store
  const all = [...members.users(), ...members.servicePrincipals()]
  const licences = all.map(({ id }) => members.entitlements.of(id).licence)
  const names = new Set(licences.map(({ licenseDisplayName }) => licenseDisplayName))
  return answer({
    licenses: [...names].map((name) => licenceSummary(licences, name)),
    projectRefs: world.projects.map(({ id, name }) => ({ id, name })),
    groupOptions: [],
  })
}
