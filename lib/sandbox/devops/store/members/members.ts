import 'server-only'
import type { Person, World } from '../../../seed/model'
import { createEntitlements, day, type Entitlements } from './entitlements'
import { createGroups, type Groups } from './groups'
import { guidOf, identityIdOf, subjectDescriptorOf } from './ids'
import { basic, type Licence } from './licences'
import type { Member, ServicePrincipal, Subject, User } from './subject'
import type { EnterpriseApplication, Tenant } from './tenant'

/** The people, service principals and groups of the organization. */
export interface Members {
  readonly groups: Groups
  readonly entitlements: Entitlements
  users(): readonly User[]
  servicePrincipals(): readonly ServicePrincipal[]
  find(descriptor: string): Subject | undefined
  findById(id: string): Subject | undefined
  /** The service principal of that object ID, if it is a member. */
  findServicePrincipal(objectId: string): ServicePrincipal | undefined
  addUser(principalName: string, licence: Licence, now: number): User
  /** Lets the application in. Gives nothing if the tenant has no enterprise application of that object ID. */
  addServicePrincipal(objectId: string, licence: Licence, now: number): ServicePrincipal | undefined
  remove(member: Member): void
}

const userOf = ({ id, descriptor, displayName, uniqueName }: Person): User => ({
  kind: 'user',
  id,
  descriptor,
  displayName,
  principalName: uniqueName,
  originId: guidOf(`object of ${id}`),
})

/** Somebody who was invited and has not signed in, so only the address is known. */
function invitedUser(principalName: string): User {
  const id = identityIdOf(principalName.toLowerCase())
  const descriptor = subjectDescriptorOf('aad', id)
  return userOf({ id, descriptor, displayName: principalName, uniqueName: principalName })
}

function servicePrincipalOf({ objectId, clientId, displayName }: EnterpriseApplication): ServicePrincipal {
  const id = identityIdOf(objectId)
  const descriptor = subjectDescriptorOf('aadsp', id)
  return { kind: 'servicePrincipal', id, descriptor, displayName, clientId, originId: objectId }
}

/** The organization's service principals are those of the tenant's that are let in, whoever let them in. */
function createServicePrincipals({ projects }: World, tenant: Tenant, groups: Groups, entitlements: Entitlements) {
  /** One that was let in at the portal has Basic and contributes to every project. */
  function welcome(principal: ServicePrincipal): ServicePrincipal {
    if (entitlements.has(principal.id)) return principal
    const now = entitlements.of(principal.id).created
    const created = now - 30 * day
    entitlements.seed(principal.id, { licence: basic, status: 'active', lastAccessed: now, created })
    for (const project of projects) {
      const contributors = groups.withRole('contributors', project)
      if (contributors) groups.memberships.add(principal.descriptor, contributors.descriptor)
    }
    return principal
  }

  const members = () => tenant.enterpriseApplications().filter(({ isMember }) => isMember)
  return () => members().map((application) => welcome(servicePrincipalOf(application)))
}

/** @param now The world ends here */
export function createMembers(world: World, tenant: Tenant, now: number): Members {
  const groups = createGroups(world)
  const entitlements = createEntitlements(world.people, now)
  const users = new Map(world.people.map((person) => [person.descriptor, userOf(person)]))
  const servicePrincipals = createServicePrincipals(world, tenant, groups, entitlements)
  const subjects = (): readonly Subject[] => [...users.values(), ...servicePrincipals(), ...groups.all()]

  return {
    groups,
    entitlements,
    users: () => [...users.values()],
    servicePrincipals,
    find: (descriptor) => subjects().find((one) => one.descriptor === descriptor),
    findById: (id) => subjects().find((one) => one.id === id.toLowerCase()),
    findServicePrincipal: (objectId) => servicePrincipals().find(({ originId }) => originId === objectId.toLowerCase()),
    addUser(principalName, licence, at) {
      const known = [...users.values()].find((one) => one.principalName.toLowerCase() === principalName.toLowerCase())
      const user = known ?? invitedUser(principalName)
      users.set(user.descriptor, user)
      entitlements.grant(user.id, licence, at)
      return user
    },
    addServicePrincipal(objectId, licence, at) {
      const wanted = objectId.toLowerCase()
      const application = tenant.enterpriseApplications().find((one) => one.objectId === wanted)
      if (!application) return undefined
      const principal = servicePrincipalOf(application)
      entitlements.grant(principal.id, licence, at)
      tenant.setMember(wanted, true)
      return principal
    },
    remove(member) {
      groups.memberships.forget(member.descriptor)
      entitlements.remove(member.id)
      users.delete(member.descriptor)
      if (member.kind === 'servicePrincipal') tenant.setMember(member.originId, false)
    },
  }
}
