import 'server-only'
import type { Project, World } from '../../../seed/model'
import type { Entitlements } from './entitlements'
import type { Groups } from './groups'
import { identityIdOf, subjectDescriptorOf } from './ids'
import { basic, licenceOf } from './licences'
import type { ServicePrincipal } from './subject'
import type { Admission, EnterpriseApplication, Tenant } from './tenant'

export function servicePrincipalOf({ objectId, clientId, displayName }: EnterpriseApplication): ServicePrincipal {
  const id = identityIdOf(objectId)
  const descriptor = subjectDescriptorOf('aadsp', id)
  return { kind: 'servicePrincipal', id, descriptor, displayName, clientId, originId: objectId }
}

const isAmong = ({ projects }: Admission, { name }: Project): boolean =>
  projects === 'all' || projects.some((one) => one.toLowerCase() === name.toLowerCase())

/** What somebody may change at the portal, as a text to tell whether it was. */
const termsOf = ({ accessLevel, role, projects }: Admission): string => JSON.stringify([accessLevel, role, projects])

/**
 * The organization's service principals are those of the tenant's that are let in, whoever let them in. Those that are
 * let in at the portal get the licence and the groups that were chosen there, and others when others are chosen.
 */
export function createServicePrincipals(world: World, tenant: Tenant, groups: Groups, entitlements: Entitlements) {
  const known = new Map<string, string>()

  /** In the organization's group of that role, or in that of each of its projects. */
  function enrol({ descriptor }: ServicePrincipal, admission: Admission): void {
    groups.memberships.forget(descriptor)
    for (const project of [undefined, ...world.projects.filter((one) => isAmong(admission, one))]) {
      const group = groups.withRole(admission.role, project)
      if (group) groups.memberships.add(descriptor, group.descriptor)
    }
  }

  function admit(principal: ServicePrincipal, admission: Admission): void {
    const { created } = entitlements.of(principal.id)
    const licence = licenceOf('account', admission.accessLevel) ?? basic
    enrol(principal, admission)
    entitlements.seed(principal.id, { licence, status: 'active', lastAccessed: created, created })
  }

  function welcome(application: EnterpriseApplication): ServicePrincipal {
    const principal = servicePrincipalOf(application)
    const terms = termsOf(application)
    const before = known.get(principal.id)
    const isNew = !entitlements.has(principal.id)
    if (isNew || (before !== undefined && before !== terms)) admit(principal, application)
    known.set(principal.id, terms)
    return principal
  }

  return () =>
    tenant
      .enterpriseApplications()
      .filter(({ isMember }) => isMember)
      .map(welcome)
}
