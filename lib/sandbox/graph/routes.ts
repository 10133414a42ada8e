import 'server-only'
import {
  changeApplication,
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
} from './applications/applications'
import { getMe, listOrganizations } from './organization'
import { changeGrant, createGrant, deleteGrant, getGrant, listGrants } from './permission-grants/permission-grants'
import type { Route } from './protocol/route'
import {
  changeServicePrincipal,
  createServicePrincipal,
  deleteServicePrincipal,
  getServicePrincipal,
  listServicePrincipals,
} from './service-principals/service-principals'

/** Application permissions, the least one first, as the documentation lists them. */
const readApps = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
const writeApps = ['Application.ReadWrite.All']
const readGrants = ['Directory.Read.All', 'DelegatedPermissionGrant.ReadWrite.All']
const writeGrants = ['DelegatedPermissionGrant.ReadWrite.All']
const readOrganization = ['Organization.Read.All', 'Directory.Read.All']

const route = (method: string, path: string, permissions: Route['permissions'], handle: Route['handle']): Route => ({
  method,
  path,
  permissions,
  handle,
})

export const routes: readonly Route[] = [
  route('GET', 'applications', readApps, listApplications),
  route('POST', 'applications', writeApps, createApplication),
  route('GET', 'applications/*', readApps, getApplication),
  route('PATCH', 'applications/*', writeApps, changeApplication),
  route('DELETE', 'applications/*', writeApps, deleteApplication),
  route('GET', 'servicePrincipals', readApps, listServicePrincipals),
  route('POST', 'servicePrincipals', writeApps, createServicePrincipal),
  route('GET', 'servicePrincipals/*', readApps, getServicePrincipal),
  route('PATCH', 'servicePrincipals/*', writeApps, changeServicePrincipal),
  route('DELETE', 'servicePrincipals/*', writeApps, deleteServicePrincipal),
  route('GET', 'oauth2PermissionGrants', readGrants, listGrants),
  route('POST', 'oauth2PermissionGrants', writeGrants, createGrant),
  route('GET', 'oauth2PermissionGrants/*', readGrants, getGrant),
  route('PATCH', 'oauth2PermissionGrants/*', writeGrants, changeGrant),
  route('DELETE', 'oauth2PermissionGrants/*', writeGrants, deleteGrant),
  route('GET', 'organization', readOrganization, listOrganizations),
  route('GET', 'me', [], getMe),
]
