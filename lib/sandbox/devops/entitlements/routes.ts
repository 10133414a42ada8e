import 'server-only'
import { type Route, route } from '../protocol/route'
import { listMemberEntitlements, listUserEntitlements } from './list'
import { entitlementResources } from './resources'
import { getEntitlementSummary } from './summary'
import { addEntitlement, deleteEntitlement, getEntitlement, updateEntitlement, updateEntitlements } from './write'

const {
  memberEntitlements,
  servicePrincipalEntitlement,
  servicePrincipalEntitlements,
  userEntitlement,
  userEntitlements,
  userEntitlementSummary,
} = entitlementResources

export const entitlementRoutes: readonly Route[] = [
  route('GET', memberEntitlements, 'memberentitlements', 'organization', listMemberEntitlements),
  route('GET', userEntitlementSummary, 'userentitlementsummary', 'organization', getEntitlementSummary),
  route('GET', userEntitlements, 'userentitlements', 'organization', listUserEntitlements),
  route('POST', userEntitlements, 'userentitlements', 'organization', addEntitlement('user')),
  route('PATCH', userEntitlements, 'userentitlements', 'organization', updateEntitlements('user')),
  route('GET', userEntitlement, 'userentitlements/*', 'organization', getEntitlement('user')),
  route('PATCH', userEntitlement, 'userentitlements/*', 'organization', updateEntitlement('user')),
  route('DELETE', userEntitlement, 'userentitlements/*', 'organization', deleteEntitlement('user')),

  route(
    'POST',
    servicePrincipalEntitlements,
    'serviceprincipalentitlements',
    'organization',
    addEntitlement('servicePrincipal'),
  ),
  route(
    'PATCH',
    servicePrincipalEntitlements,
    'serviceprincipalentitlements',
    'organization',
    updateEntitlements('servicePrincipal'),
  ),
  route(
    'GET',
    servicePrincipalEntitlement,
    'serviceprincipalentitlements/*',
    'organization',
    getEntitlement('servicePrincipal'),
  ),
  route(
    'PATCH',
    servicePrincipalEntitlement,
    'serviceprincipalentitlements/*',
    'organization',
    updateEntitlement('servicePrincipal'),
  ),
  route(
    'DELETE',
    servicePrincipalEntitlement,
    'serviceprincipalentitlements/*',
    'organization',
    deleteEntitlement('servicePrincipal'),
  ),
]
