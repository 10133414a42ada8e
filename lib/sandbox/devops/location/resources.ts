import 'server-only'
import { preview } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const locationResources = {
  connectionData: preview({
    id: '00d9565f-ed9c-4a06-9a50-00e7896ccab4',
    area: 'Location',
    resourceName: 'ConnectionData',
    routeTemplate: '_apis/{resource}',
    service: 'each',
    resourceVersion: 1,
  }),
  resourceAreas: preview(
    {
      id: 'e81700f7-3be2-46de-8624-2eb35882fcaa',
      area: 'Location',
      resourceName: 'ResourceAreas',
      routeTemplate: '_apis/{resource}/{areaId}',
      service: 'each',
      resourceVersion: 1,
    },
    '3.2',
  ),
} as const
