import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const graphResources = {
  descriptors: resource(
    {
      id: '048aee0a-7072-4cde-ab73-7af77b1e0b4e',
      area: 'Graph',
      resourceName: 'Descriptors',
      routeTemplate: '_apis/{area}/{resource}/{storageKey}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.1',
  ),
  groups: preview(
    {
      id: 'ebbe6af8-0b91-4c13-8cf1-777c14858188',
      area: 'Graph',
      resourceName: 'Groups',
      routeTemplate: '_apis/{area}/{resource}/{groupDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  memberships: preview(
    {
      id: '3fd2e6ca-fb30-443a-b579-95b19ed0934c',
      area: 'Graph',
      resourceName: 'Memberships',
      routeTemplate: '_apis/{area}/{resource}/{subjectDescriptor}/{containerDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  membershipsBatch: preview(
    {
      id: 'e34b6394-6b30-4435-94a9-409a5eef3e31',
      area: 'Graph',
      resourceName: 'MembershipsBatch',
      routeTemplate: '_apis/{area}/Memberships/{subjectDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  membershipStates: preview(
    {
      id: '1ffe5c94-1144-4191-907b-d0211cad36a8',
      area: 'Graph',
      resourceName: 'MembershipStates',
      routeTemplate: '_apis/{area}/{resource}/{subjectDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  servicePrincipals: preview(
    {
      id: 'e1dbb0ae-49cb-4532-95a1-86cd89cfcab4',
      area: 'Graph',
      resourceName: 'ServicePrincipals',
      routeTemplate: '_apis/{area}/{resource}/{servicePrincipalDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '7.1',
  ),
  storageKeys: resource(
    {
      id: 'eb85f8cc-f0f6-4264-a5b1-ffe2e4d4801f',
      area: 'Graph',
      resourceName: 'StorageKeys',
      routeTemplate: '_apis/{area}/{resource}/{subjectDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  subjectLookup: preview(
    {
      id: '4dd4d168-11f2-48c4-83e8-756fa0de027c',
      area: 'Graph',
      resourceName: 'SubjectLookup',
      routeTemplate: '_apis/{area}/{resource}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
  subjectQuery: preview(
    {
      id: '05942c89-006a-48ce-bb79-baeb8abf99c6',
      area: 'Graph',
      resourceName: 'SubjectQuery',
      routeTemplate: '_apis/{area}/{resource}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '5.1',
  ),
  users: preview(
    {
      id: '005e26ec-6b77-4e4f-a986-b3827bf241f5',
      area: 'Graph',
      resourceName: 'Users',
      routeTemplate: '_apis/{area}/{resource}/{userDescriptor}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '3.2',
  ),
} as const
