import 'server-only'
import { preview, resource } from '../protocol/resource'

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
  logs: resource(
    {
      id: 'fb1b6d27-3957-43d5-a14b-a2d70403e545',
      area: 'Pipelines',
      resourceName: 'logs',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}/runs/{runId}/{resource}/{logId}',
      resourceVersion: 1,
    },
    '5.1',
  ),
  signedLogContent: preview(
    {
      id: '74f99e32-e2c4-44f4-93dc-dec0bca530a5',
      area: 'Pipelines',
      resourceName: 'signedlogcontent',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}/runs/{runId}/{resource}/{logId}',
      resourceVersion: 1,
    },
    '5.1',
  ),
  artifacts: resource(
    {
      id: '85023071-bd5e-4438-89b0-2a5bf362a19d',
      area: 'Pipelines',
      resourceName: 'artifacts',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}/runs/{runId}/{resource}',
      resourceVersion: 1,
    },
    '5.2',
  ),
  preview: resource(
    {
      id: '53df2d18-29ea-46a9-bee0-933540f80abf',
      area: 'pipelines',
      resourceName: 'preview',
      routeTemplate: '{project}/_apis/{area}/{pipelineId}/{resource}',
      resourceVersion: 2,
    },
    '5.1',
  ),
} as const
