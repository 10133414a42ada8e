import 'server-only'
import { stranger } from '../../../devops/test-organization'
import { type ExampleCall, plain } from '../../example-call'

const jsonPatch = 'application/json-patch+json'

const reads: readonly ExampleCall[] = [
  { call: 'GET _apis/graph/users', keep: { user: 'value.0.descriptor' } },
  { call: 'GET _apis/graph/groups', keep: { group: 'value.0.descriptor' } },
  { call: 'GET _apis/graph/serviceprincipals', keep: { principal: 'value.0.descriptor' } },
  ...plain([
    'GET _apis/graph/users/{user}',
    'GET _apis/graph/groups/{group}',
    'GET _apis/graph/serviceprincipals/{principal}',
  ]),
  ...plain(['GET _apis/graph/memberships/{user}', 'GET _apis/graph/memberships/{group}?direction=down']),
  { call: 'GET _apis/graph/memberships/{user}?direction=up', keep: { container: 'value.0.containerDescriptor' } },
  ...plain([
    'GET _apis/graph/memberships/{user}/{container}',
    'HEAD _apis/graph/memberships/{user}/{container}',
    'GET _apis/graph/membershipstates/{user}',
  ]),
  { call: 'GET _apis/graph/storagekeys/{user}', keep: { storageKey: 'value' } },
  ...plain(['GET _apis/graph/descriptors/{storageKey}']),
  { call: 'POST _apis/graph/subjectlookup', body: { lookupKeys: [{ descriptor: '{user}' }] } },
  { call: 'POST _apis/graph/subjectquery', body: { query: 'a', subjectKind: ['User'] } },
  ...plain([
    'GET _apis/identities?subjectDescriptors={user}',
    'GET _apis/identities?searchFilter=General&filterValue=Practice',
    'GET _apis/userentitlements',
    "GET _apis/userentitlements?$filter=licenseId eq 'Account-Express'",
    'GET _apis/userentitlementsummary',
    'GET _apis/memberentitlements',
    'GET _apis/userentitlements/{storageKey}',
    'GET _apis/serviceprincipalentitlements/{me}',
  ]),
  {
    call: 'PATCH _apis/userentitlements/{storageKey}',
    as: jsonPatch,
    body: [
      { op: 'replace', path: '/accessLevel', value: { accountLicenseType: 'stakeholder', licensingSource: 'account' } },
    ],
  },
  {
    call: 'PATCH _apis/serviceprincipalentitlements/{me}',
    as: jsonPatch,
    body: [
      { op: 'replace', path: '/accessLevel', value: { accountLicenseType: 'express', licensingSource: 'account' } },
    ],
  },
  { call: 'GET _apis/securitynamespaces', keep: { namespace: 'value.0.namespaceId' } },
  ...plain([
    'GET _apis/securitynamespaces/{namespace}',
    'GET _apis/accesscontrollists/{namespace}',
    'GET _apis/permissions/{namespace}/1?tokens=$PROJECT:vstfs:///Classification/TeamProject/{project}',
  ]),
  {
    call: 'POST _apis/security/permissionevaluationbatch',
    body: {
      alwaysAllowAdministrators: false,
      evaluations: [{ securityNamespaceId: '{namespace}', token: '$PROJECT', permissions: 1 }],
    },
  },
  ...plain(['GET _apis/identities/{me}']),
]

const group: readonly ExampleCall[] = [
  { call: 'POST _apis/graph/groups', body: { displayName: 'Practice group' }, keep: { newGroup: 'descriptor' } },
  {
    call: 'PATCH _apis/graph/groups/{newGroup}',
    as: jsonPatch,
    body: [{ op: 'replace', path: '/displayName', value: 'Practised group' }],
  },
  ...plain([
    'PUT _apis/graph/memberships/{user}/{newGroup}',
    'DELETE _apis/graph/memberships/{user}/{newGroup}',
    'DELETE _apis/graph/groups/{newGroup}',
  ]),
]

const newcomers: readonly ExampleCall[] = [
  {
    call: 'POST _apis/graph/users',
    body: { principalName: 'first.newcomer@contoso.com' },
    keep: { newUser: 'descriptor' },
  },
  ...plain(['DELETE _apis/graph/users/{newUser}']),
  {
    call: 'POST _apis/graph/serviceprincipals',
    body: { originId: stranger.objectId },
    keep: { newPrincipal: 'descriptor' },
  },
  ...plain(['DELETE _apis/graph/serviceprincipals/{newPrincipal}']),
  {
    call: 'POST _apis/userentitlements',
    body: {
      accessLevel: { accountLicenseType: 'express' },
      user: { principalName: 'second.newcomer@contoso.com', subjectKind: 'user' },
    },
    keep: { entitledUser: 'operationResult.userId' },
  },
  {
    call: 'PATCH _apis/userentitlements',
    as: jsonPatch,
    body: [{ op: 'replace', path: '/{entitledUser}/accessLevel', value: { accountLicenseType: 'stakeholder' } }],
  },
  ...plain(['DELETE _apis/userentitlements/{entitledUser}']),
  {
    call: 'POST _apis/serviceprincipalentitlements',
    body: {
      accessLevel: { accountLicenseType: 'express' },
      servicePrincipal: { origin: 'aad', originId: stranger.objectId, subjectKind: 'servicePrincipal' },
    },
    keep: { entitledPrincipal: 'operationResult.servicePrincipalId' },
  },
  {
    call: 'PATCH _apis/serviceprincipalentitlements',
    as: jsonPatch,
    body: [{ op: 'replace', path: '/{entitledPrincipal}/accessLevel', value: { accountLicenseType: 'stakeholder' } }],
  },
  ...plain(['DELETE _apis/serviceprincipalentitlements/{entitledPrincipal}']),
]

const projects = '52d39943-cb85-4d7f-8fa8-c6baac873819'
const token = '$PROJECT:vstfs:///Classification/TeamProject/{project}'
const entry = { descriptor: '{descriptor}', allow: 1, deny: 0 }

const rights: readonly ExampleCall[] = [
  { call: 'GET _apis/identities?subjectDescriptors={user}', keep: { descriptor: 'value.0.descriptor' } },
  {
    call: `POST _apis/accesscontrolentries/${projects}`,
    body: { token, merge: true, accessControlEntries: [entry] },
  },
  ...plain([
    `DELETE _apis/permissions/${projects}/1?descriptor={descriptor}&token=${token}`,
    `DELETE _apis/accesscontrolentries/${projects}?descriptors={descriptor}&token=${token}`,
  ]),
  {
    call: `POST _apis/accesscontrollists/${projects}`,
    body: { value: [{ token, inheritPermissions: true, acesDictionary: { '{descriptor}': entry } }] },
  },
  ...plain([`DELETE _apis/accesscontrollists/${projects}?tokens=${token}`]),
]

export const peopleCalls: readonly ExampleCall[] = [...reads, ...group, ...newcomers, ...rights]
