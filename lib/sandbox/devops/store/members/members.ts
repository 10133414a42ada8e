import 'server-only'
import type { Person, World } from '../../../seed/model'
import { createEntitlements, type Entitlements } from './entitlements'
import { createGroups, type Groups } from './groups'
import { guidOf, identityIdOf, subjectDescriptorOf } from './ids'
import type { Licence } from './licences'
import { createServicePrincipals, servicePrincipalOf } from './service-principals'
import type { Member, ServicePrincipal, Subject, User } from './subject'
import type { Tenant } from './tenant'

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
