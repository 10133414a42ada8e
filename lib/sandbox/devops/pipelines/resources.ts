import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const pipelineResources = {
  pipelines: resource(
    {
      id: '28e1305e-2afe-47bf-abaf-cbb0e6a91988',
      area: 'Pipelines',
      resourceName: 'pipelines',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}',
      resourceVersion: 1,
    },
    '5.1',
  ),
  runs: resource(
    {
      id: '7859261e-d2e9-4a68-b820-a5d84cc5bb3d',
      area: 'Pipelines',
      resourceName: 'runs',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}/{resource}/{runId}',
      resourceVersion: 2,
    },
    '5.1',
  ),
} as const
