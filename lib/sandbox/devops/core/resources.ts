import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const coreResources = {
  projects: resource({
    id: '603fe2ac-9723-48b9-88ad-09305aa6c6e1',
    area: 'core',
    resourceName: 'projects',
    routeTemplate: '_apis/{resource}/{*projectId}',
    resourceVersion: 4,
  }),
} as const
