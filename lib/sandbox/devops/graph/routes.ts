import 'server-only'
import { type Route, route } from '../protocol/route'
import { getDescriptor, getStorageKey, lookUpSubjects, querySubjects } from './keys'
import {
  addMembership,
  checkMembership,
  getMembership,
  getMembershipState,
  listMemberships,
  removeMembership,
} from './memberships'
import { graphResources } from './resources'
import {
  createGroup,
  createServicePrincipal,
  createUser,
  deleteGroup,
  deleteMember,
  getSubject,
  listGroups,
  listServicePrincipals,
  listUsers,
  updateGroup,
} from './subjects'

const { descriptors, groups, memberships, membershipsBatch, membershipStates } = graphResources
const { servicePrincipals, storageKeys, subjectLookup, subjectQuery, users } = graphResources

export const graphRoutes: readonly Route[] = [
  route('GET', users, 'graph/users', 'organization', listUsers),
  route('POST', users, 'graph/users', 'organization', createUser),
  route('GET', users, 'graph/users/*', 'organization', getSubject('user')),
  route('DELETE', users, 'graph/users/*', 'organization', deleteMember('user')),
  route('GET', servicePrincipals, 'graph/serviceprincipals', 'organization', listServicePrincipals),
  route('POST', servicePrincipals, 'graph/serviceprincipals', 'organization', createServicePrincipal),
  route('GET', servicePrincipals, 'graph/serviceprincipals/*', 'organization', getSubject('servicePrincipal')),
  route('DELETE', servicePrincipals, 'graph/serviceprincipals/*', 'organization', deleteMember('servicePrincipal')),
  route('GET', groups, 'graph/groups', 'organization', listGroups),
  route('POST', groups, 'graph/groups', 'organization', createGroup),
  route('GET', groups, 'graph/groups/*', 'organization', getSubject('group')),
  route('PATCH', groups, 'graph/groups/*', 'organization', updateGroup),
  route('DELETE', groups, 'graph/groups/*', 'organization', deleteGroup),
  route('GET', descriptors, 'graph/descriptors/*', 'organization', getDescriptor),
  route('GET', storageKeys, 'graph/storagekeys/*', 'organization', getStorageKey),
  route('GET', membershipsBatch, 'graph/memberships/*', 'organization', listMemberships),
  route('GET', memberships, 'graph/memberships/*/*', 'organization', getMembership),
  route('HEAD', memberships, 'graph/memberships/*/*', 'organization', checkMembership),
  route('PUT', memberships, 'graph/memberships/*/*', 'organization', addMembership),
  route('DELETE', memberships, 'graph/memberships/*/*', 'organization', removeMembership),
  route('GET', membershipStates, 'graph/membershipstates/*', 'organization', getMembershipState),
  route('POST', subjectLookup, 'graph/subjectlookup', 'organization', lookUpSubjects),
  route('POST', subjectQuery, 'graph/subjectquery', 'organization', querySubjects),
]
