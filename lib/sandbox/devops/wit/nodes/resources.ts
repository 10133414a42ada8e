import 'server-only'
import { resource } from '../../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const nodeResources = {
  roots: resource({
    id: 'a70579d1-f53a-48ee-a5be-7be8659023b9',
    area: 'wit',
    resourceName: 'classificationNodes',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 2,
  }),
  nodes: resource({
    id: '5a172953-1b41-49d3-840a-33f79c3ce89f',
    area: 'wit',
    resourceName: 'classificationNodes',
    routeTemplate: '{project}/_apis/{area}/{resource}/{structureGroup}/{*path}',
    resourceVersion: 2,
  }),
} as const
