import 'server-only'
import type { Store } from '../store/index'
import type { Group, ServicePrincipal, Subject, User } from '../store/members/subject'

const collections = { user: 'Users', servicePrincipal: 'ServicePrincipals', group: 'Groups' } as const

/** The graph has a host of its own, under which it writes its addresses. */
export const graphUrl = ({ organization }: Store): string => `https://vssps.dev.azure.com/${organization}/_apis/Graph`

export const subjectUrl = (store: Store, { kind, descriptor }: Subject): string =>
  `${graphUrl(store)}/${collections[kind]}/${descriptor}`

function linksOf(store: Store, subject: Subject) {
  const { kind, descriptor } = subject
  const avatar = `${store.url}/_apis/GraphProfile/MemberAvatars/${descriptor}`
  return {
    self: { href: subjectUrl(store, subject) },
    memberships: { href: `${graphUrl(store)}/Memberships/${descriptor}` },
    membershipState: { href: `${graphUrl(store)}/MembershipStates/${descriptor}` },
    storageKey: { href: `${graphUrl(store)}/StorageKeys/${descriptor}` },
    ...(kind === 'group' ? {} : { avatar: { href: avatar } }),
  }
}

const userMembers = ({ principalName, originId }: User, { tenantId }: Store) => ({
  metaType: 'member',
  directoryAlias: principalName.split('@')[0],
  domain: tenantId,
  principalName,
  mailAddress: principalName,
  origin: 'aad',
  originId,
})

/** The documentation's examples have now the client ID, now the object ID as its principal name. */
const servicePrincipalMembers = ({ clientId, originId }: ServicePrincipal, { tenantId }: Store) => ({
  applicationId: clientId,
  metaType: 'application',
  directoryAlias: originId,
  domain: tenantId,
  principalName: originId,
  mailAddress: null,
  origin: 'aad',
  originId,
})

/** How a group is written where its scope has to be told: `[Project]\Contributors`. */
export const groupName = ({ project, displayName }: Group, { organization }: Store): string =>
  `[${project?.name ?? organization}]\\${displayName}`

const groupMembers = (group: Group, store: Store) => ({
  description: group.description,
  domain: group.project
    ? `vstfs:///Classification/TeamProject/${group.project.id}`
    : `vstfs:///Framework/IdentityDomain/${store.world.id}`,
  principalName: groupName(group, store),
  mailAddress: null,
  origin: 'vsts',
  originId: group.id,
})

function membersOf(subject: Subject, store: Store) {
  if (subject.kind === 'user') return userMembers(subject, store)
  return subject.kind === 'group' ? groupMembers(subject, store) : servicePrincipalMembers(subject, store)
}

/** A subject of the graph, as the graph itself and the entitlements tell it. */
export const subjectJson = (subject: Subject, store: Store) => ({
  subjectKind: subject.kind,
  ...membersOf(subject, store),
  displayName: subject.displayName,
  _links: linksOf(store, subject),
  url: subjectUrl(store, subject),
  descriptor: subject.descriptor,
})
