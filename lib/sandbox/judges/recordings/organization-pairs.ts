import 'server-only'
import { type Pair, pair } from './pair'

const discovery: readonly Pair[] = [
  pair('discovery 73c672 1', 'GET _apis/ResourceAreas'),
  pair('discovery 48261f 1', 'GET _apis/ResourceAreas'),
  pair('discovery c46fc6 11', 'GET _apis/ConnectionData'),
  pair('errors 0e16b5 0', 'GET _apis/projects?stateFilter=all&$top=1&$skip=0', { caller: 'stranger' }),
  pair('errors 9f6e8e 0', 'GET _apis/UserEntitlements?top=100', { caller: 'out of scope' }),
]

const projects: readonly Pair[] = [
  pair('projects 73c672 3', 'GET _apis/projects'),
  pair('projects 73c672 0', 'GET _apis/projects?stateFilter=all'),
  pair('projects c46fc6 0', 'GET _apis/projects?stateFilter=all&$top=1&$skip=0'),
  pair('projects 1aefe2 6', 'GET _apis/projects'),
  pair('projects 1b1da8 8', 'GET _apis/projects/Storefront?includeCapabilities=true', { keep: { project: 'id' } }),
  pair('projects 1b1da8 9', 'GET _apis/projects/Storefront'),
  pair('projects 1b1da8 0', 'GET _apis/process/processes', { keep: { process: 'value.0.id' } }),
  pair('projects 1b1da8 1', 'POST _apis/projects', {
    body: {
      name: 'Practice ground',
      visibility: 'private',
      capabilities: { versioncontrol: { sourceControlType: 'git' }, processTemplate: { templateTypeId: '{process}' } },
    },
    keep: { operation: 'id' },
  }),
  pair('projects be99c3 2', 'GET _apis/operations/{operation}'),
]

const teams: readonly Pair[] = [
  pair('teams 7b8f63 8', 'POST _apis/projects/Storefront/teams', {
    body: { name: 'Practice', description: 'To practise' },
    keep: { practice: 'id' },
  }),
  pair('teams 7b8f63 10', 'GET _apis/projects/Storefront/teams'),
  pair('teams 7b8f63 11', 'GET _apis/projects/Storefront/teams/{practice}'),
  pair('teams 7b8f63 12', 'PATCH _apis/projects/Storefront/teams/{practice}', {
    body: { name: 'Practice', description: 'To practise more' },
  }),
  pair('teams 7b8f63 13', 'GET _apis/projects/Storefront/teams/Storefront Team/members'),
]

const lastOfTeams: readonly Pair[] = [pair('teams 7b8f63 14', 'DELETE _apis/projects/Storefront/teams/{practice}')]

const people: readonly Pair[] = [
  pair('graph-identities 1b1da8 10', 'GET _apis/Graph/Descriptors/{project}', { keep: { scope: 'value' } }),
  pair('graph-identities 1b1da8 11', 'GET _apis/Graph/Groups?scopeDescriptor={scope}'),
  pair('graph-identities 1b1da8 18', 'POST _apis/Graph/Groups?scopeDescriptor={scope}', {
    body: { displayName: 'Practice group', description: 'To practise' },
    keep: { group: 'descriptor' },
  }),
  pair('graph-identities 1b1da8 25', 'POST _apis/Graph/Groups?scopeDescriptor={scope}&groupDescriptors={group}', {
    body: { displayName: 'Practice subgroup' },
    keep: { subgroup: 'descriptor' },
  }),
  pair('graph-identities 1b1da8 19', 'GET _apis/Graph/Groups/{group}'),
  pair('graph-identities 1b1da8 14', 'GET _apis/Graph/Memberships/{group}?direction=down'),
  pair('graph-identities 1b1da8 15', 'POST _apis/Graph/SubjectLookup', {
    body: { lookupKeys: [{ descriptor: '{group}' }] },
  }),
  pair('graph-identities 1b1da8 45', 'HEAD _apis/Graph/Memberships/{subgroup}/{group}'),
  pair('graph-identities 1b1da8 46', 'DELETE _apis/Graph/Memberships/{subgroup}/{group}'),
  pair('graph-identities 1b1da8 35', 'PUT _apis/Graph/Memberships/{subgroup}/{group}'),
  pair('graph-identities 1b1da8 49', 'PATCH _apis/Graph/Groups/{group}', {
    as: 'application/json-patch+json',
    body: [{ op: 'replace', path: '/displayName', value: 'Practised group' }],
  }),
  pair('graph-identities 1b1da8 50', 'DELETE _apis/Graph/Groups/{group}'),
]

const licences: readonly Pair[] = [
  pair('entitlements efffde 0', 'GET _apis/UserEntitlements?top=100', {
    keep: { entitlement: 'members.0.id', mail: 'members.0.user.mailAddress' },
  }),
  pair('graph-identities efffde 1', 'GET _apis/Identities?searchFilter=General&filterValue={mail}'),
  pair('entitlements efffde 6', 'GET _apis/UserEntitlements/{entitlement}'),
  pair('entitlements efffde 8', 'PATCH _apis/UserEntitlements/{entitlement}', {
    as: 'application/json-patch+json',
    body: [{ op: 'replace', path: '/accessLevel', value: { accountLicenseType: 'express' } }],
  }),
  pair('entitlements efffde 3', 'PATCH _apis/UserEntitlements?doNotSendInviteForNewUsers=false', {
    as: 'application/json-patch+json',
    body: [
      {
        op: 'add',
        path: '',
        value: {
          accessLevel: { accountLicenseType: 'stakeholder' },
          extensions: [],
          projectEntitlements: [],
          user: { subjectKind: 'user', principalName: 'newcomer@contoso.com' },
        },
      },
    ],
    keep: { newcomer: 'results.0.userId' },
  }),
  pair('entitlements efffde 2', 'DELETE _apis/UserEntitlements/{newcomer}'),
]

const namespace = '52d39943-cb85-4d7f-8fa8-c6baac873819'

const security: readonly Pair[] = [
  pair('security 3e86e0 10', 'GET _apis/SecurityNamespaces?localOnly=false'),
  pair('security 3e86e0 11', `GET _apis/SecurityNamespaces/${namespace}`),
  pair('security 3e86e0 13', `GET _apis/AccessControlLists/${namespace}?includeExtendedInfo=true&recurse=false`),
]

/** In order; `between` are those that need the team which these make. */
export const organizationPairs = (between: readonly Pair[]): readonly Pair[] => [
  ...discovery,
  ...projects,
  ...teams,
  ...between,
  ...lastOfTeams,
  ...people,
  ...licences,
  ...security,
]
