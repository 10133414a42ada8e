import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const coreResources = {
  projects: resource({
    id: '603fe2ac-9723-48b9-88ad-09305aa6c6e1',
    area: 'core',
    resourceName: 'projects',
    routeTemplate: '_apis/{resource}/{*projectId}',
    resourceVersion: 4,
  }),
  allTeams: preview(
    {
      id: '7a4d9ee9-3433-4347-b47a-7a80f1cf307e',
      area: 'core',
      resourceName: 'teams',
      routeTemplate: '_apis/{resource}',
      resourceVersion: 3,
    },
    '4.1',
  ),
  categorizedTeams: preview(
    {
      id: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
      area: 'core',
      resourceName: 'categorizedTeams',
      routeTemplate: '_apis/projects/{projectId}/{resource}/',
      resourceVersion: 1,
    },
    '7.1',
  ),
  teams: resource({
    id: 'd30a3dd1-f8ba-442a-b86a-bd0c0c383e59',
    area: 'core',
    resourceName: 'teams',
    routeTemplate: '_apis/projects/{projectId}/{resource}/{*teamId}',
    resourceVersion: 3,
  }),
  members: resource({
    id: '294c494c-2600-4d7e-b76c-3dd50c3c95be',
    area: 'core',
    resourceName: 'members',
    routeTemplate: '_apis/projects/{projectId}/teams/{teamId}/{resource}',
    resourceVersion: 2,
  }),
  projectHistory: preview({
    id: '6488a877-4749-4954-82ea-7340d36be9f2',
    area: 'core',
    resourceName: 'projectHistory',
    routeTemplate: '_apis/{resource}',
    resourceVersion: 2,
  }),
  properties: preview(
    {
      id: '4976a71a-4487-49aa-8aab-a1eda469037a',
      area: 'core',
      resourceName: 'properties',
      routeTemplate: '_apis/projects/{projectId}/{resource}',
      resourceVersion: 1,
    },
    '3.2',
  ),
  processes: resource({
    id: '93878975-88c5-4e6a-8abb-7ddd77a8a7d8',
    area: 'core',
    resourceName: 'processes',
    routeTemplate: '_apis/process/{resource}/{*processId}',
    resourceVersion: 1,
  }),
  operations: resource(
    {
      id: '9a1b74b4-2ca8-4a9f-8470-c2f2e6fdc949',
      area: 'operations',
      resourceName: 'operations',
      routeTemplate: '_apis/{resource}/{operationId}',
      resourceVersion: 1,
    },
    '2.0',
  ),
} as const
