import 'server-only'
import { resource } from '../../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const queryResources = {
  queries: resource({
    id: 'a67d190c-c41f-424b-814d-0e906f659301',
    area: 'wit',
    resourceName: 'queries',
    routeTemplate: '{project}/_apis/{area}/{resource}/{*query}',
    resourceVersion: 2,
  }),
  queriesBatch: resource(
    {
      id: '549816f9-09b0-4e75-9e81-01fbfcd07426',
      area: 'wit',
      resourceName: 'queriesBatch',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '5.0',
  ),
  temporaryQueries: resource(
    {
      id: '9f614388-a9f0-4952-ad6c-89756bd8e388',
      area: 'wit',
      resourceName: 'tempQueries',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '7.0',
  ),
  wiqlById: resource({
    id: 'a02355f5-5f8a-4671-8e32-369d23aac83d',
    area: 'wit',
    resourceName: 'wiql',
    routeTemplate: '{project}/{team}/_apis/{area}/{resource}/{id}',
    resourceVersion: 2,
  }),
} as const
