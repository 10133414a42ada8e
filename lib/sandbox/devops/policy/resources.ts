import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const policyResources = {
  evaluations: preview(
    {
      id: 'c23ddff5-229c-4d04-a80b-0fdce9f360c8',
      area: 'policy',
      resourceName: 'evaluations',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  configurations: resource(
    {
      id: 'dad91cbe-d183-45f8-9c6e-9c1164472121',
      area: 'policy',
      resourceName: 'configurations',
      routeTemplate: '{project}/_apis/{area}/{resource}/{configurationId}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  types: resource(
    {
      id: '44096322-2d3d-466a-bb30-d1b7de69f61f',
      area: 'policy',
      resourceName: 'types',
      routeTemplate: '{project}/_apis/{area}/{resource}/{typeId}',
      resourceVersion: 1,
    },
    '2.0',
  ),
} as const
