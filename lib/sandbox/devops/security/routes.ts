import 'server-only'
import { type Route, route } from '../protocol/route'
import { queryLists, removeEntries, removeLists, removePermission, setEntries, setLists } from './access-control-lists'
import { listNamespaces } from './namespace-answers'
import { evaluatePermissions, hasPermissions } from './permissions'
import { securityResources } from './resources'

const { accessControlEntries, accessControlLists, permissionEvaluationBatch, permissions, securityNamespaces } =
  securityResources

export const securityRoutes: readonly Route[] = [
  route('GET', securityNamespaces, 'securitynamespaces', 'organization', listNamespaces),
  route('GET', securityNamespaces, 'securitynamespaces/*', 'organization', listNamespaces),
  route('GET', permissions, 'permissions/*/*', 'organization', hasPermissions),
  route('DELETE', permissions, 'permissions/*/*', 'organization', removePermission),
  route('POST', permissionEvaluationBatch, 'security/permissionevaluationbatch', 'organization', evaluatePermissions),
  route('GET', accessControlLists, 'accesscontrollists/*', 'organization', queryLists),
  route('POST', accessControlLists, 'accesscontrollists/*', 'organization', setLists),
  route('DELETE', accessControlLists, 'accesscontrollists/*', 'organization', removeLists),
  route('POST', accessControlEntries, 'accesscontrolentries/*', 'organization', setEntries),
  route('DELETE', accessControlEntries, 'accesscontrolentries/*', 'organization', removeEntries),
]
