import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const identityResources = {
  identities: resource(
    {
      id: '28010c54-d0c0-4c89-a5b0-1c9e188b9fb7',
      area: 'IMS',
      resourceName: 'Identities',
      routeTemplate: '_apis/{resource}/{identityId}',
      resourceVersion: 1,
      service: 'vssps.dev.azure.com',
    },
    '0.0',
  ),
} as const
