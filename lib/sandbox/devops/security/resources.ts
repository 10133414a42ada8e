import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const securityResources = {
  accessControlEntries: resource({
    id: 'ac08c8ff-4323-4b08-af90-bcd018d380ce',
    area: 'Security',
    resourceName: 'AccessControlEntries',
    routeTemplate: '_apis/{resource}/{securityNamespaceId}',
    resourceVersion: 1,
    service: 'each',
  }),
  accessControlLists: resource({
    id: '18a2ad18-7571-46ae-bec7-0c7da1495885',
    area: 'Security',
    resourceName: 'AccessControlLists',
    routeTemplate: '_apis/{resource}/{securityNamespaceId}',
    resourceVersion: 1,
    service: 'each',
  }),
  permissionEvaluationBatch: resource(
    {
      id: 'cf1faa59-1b63-4448-bf04-13d981a46f5d',
      area: 'Security',
      resourceName: 'PermissionEvaluationBatch',
      routeTemplate: '_apis/{area}/{resource}',
      resourceVersion: 1,
      service: 'each',
    },
    '3.0',
  ),
  permissions: resource({
    id: 'dd3b8bd6-c7fc-4cbd-929a-933d9c011c9d',
    area: 'Security',
    resourceName: 'Permissions',
    routeTemplate: '_apis/{resource}/{securityNamespaceId}/{permissions}',
    resourceVersion: 2,
    service: 'each',
  }),
  securityNamespaces: resource({
    id: 'ce7b9f95-fde9-4be8-a86d-83b366f0b87a',
    area: 'Security',
    resourceName: 'SecurityNamespaces',
    routeTemplate: '_apis/{resource}/{securityNamespaceId}',
    resourceVersion: 1,
    service: 'each',
  }),
} as const
