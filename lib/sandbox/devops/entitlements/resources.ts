import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const entitlementResources = {
  memberEntitlements: preview(
    {
      id: '1e8cabfb-1fda-461e-860f-eeeae54d06bb',
      area: 'MemberEntitlementManagement',
      resourceName: 'MemberEntitlements',
      routeTemplate: '_apis/{resource}/{memberId}',
      resourceVersion: 3,
      service: 'vsaex.dev.azure.com',
    },
    '3.1',
  ),
  servicePrincipalEntitlements: preview(
    {
      id: 'f03dbf50-80f8-41b7-8ca2-65b6a178caba',
      area: 'MemberEntitlementManagement',
      resourceName: 'ServicePrincipalEntitlements',
      routeTemplate: '_apis/{resource}',
      resourceVersion: 1,
      service: 'vsaex.dev.azure.com',
    },
    '7.1',
  ),
  servicePrincipalEntitlement: preview(
    {
      id: '1d491a66-190b-43ae-86b8-9c2688c55186',
      area: 'MemberEntitlementManagement',
      resourceName: 'ServicePrincipalEntitlements',
      routeTemplate: '_apis/{resource}/{servicePrincipalId}',
      resourceVersion: 1,
      service: 'vsaex.dev.azure.com',
    },
    '7.1',
  ),
  userEntitlements: resource(
    {
      id: '387f832c-dbf2-4643-88e9-c1aa94dbb737',
      area: 'MemberEntitlementManagement',
      resourceName: 'UserEntitlements',
      routeTemplate: '_apis/{resource}/{userDescriptor}',
      resourceVersion: 5,
      service: 'vsaex.dev.azure.com',
    },
    '4.1',
  ),
  userEntitlement: resource(
    {
      id: '8480c6eb-ce60-47e9-88df-eca3c801638b',
      area: 'MemberEntitlementManagement',
      resourceName: 'UserEntitlements',
      routeTemplate: '_apis/{resource}/{userId}',
      resourceVersion: 5,
      service: 'vsaex.dev.azure.com',
    },
    '4.1',
  ),
  userEntitlementSummary: resource(
    {
      id: '5ae55b13-c9dd-49d1-957e-6e76c152e3d9',
      area: 'MemberEntitlementManagement',
      resourceName: 'UserEntitlementSummary',
      routeTemplate: '_apis/{resource}',
      resourceVersion: 2,
      service: 'vsaex.dev.azure.com',
    },
    '4.1',
  ),
} as const
