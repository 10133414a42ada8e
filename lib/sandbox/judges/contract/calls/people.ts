import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const jsonPatch = 'application/json-patch+json'

export const peopleCalls: readonly ExampleCall[] = [
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
]
