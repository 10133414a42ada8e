import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const buildResources = {
  builds: resource({
    id: '0cd358e1-9217-4d94-8269-1c1ee6f93dcf',
    area: 'Build',
    resourceName: 'Builds',
    routeTemplate: '{project}/_apis/build/{resource}/{buildId}',
    resourceVersion: 7,
  }),
  definitions: resource({
    id: 'dbeaf647-6167-421a-bda9-c9327b25e2e6',
    area: 'Build',
    resourceName: 'Definitions',
    routeTemplate: '{project}/_apis/build/{resource}/{definitionId}',
    resourceVersion: 7,
  }),
  timeline: resource(
    {
      id: '8baac422-4c6e-4de5-8532-db96d92acffa',
      area: 'build',
      resourceName: 'Timeline',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}/{timelineId}',
      resourceVersion: 3,
    },
    '2.0',
  ),
  changes: resource(
    {
      id: '54572c7b-bbd3-45d4-80dc-28be08941620',
      area: 'build',
      resourceName: 'changes',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}',
      resourceVersion: 2,
    },
    '2.0',
  ),
  workItems: resource(
    {
      id: '5a21f5d2-5642-47e4-a0bd-1356e6731bee',
      area: 'build',
      resourceName: 'workitems',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}',
      resourceVersion: 2,
    },
    '2.0',
  ),
  tags: resource(
    {
      id: '6e6114b2-8161-44c8-8f6c-c5505782427f',
      area: 'build',
      resourceName: 'tags',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}/{*tag}',
      resourceVersion: 3,
    },
    '2.0',
  ),
  latest: preview(
    {
      id: '54481611-01f4-47f3-998f-160da0f0c229',
      area: 'build',
      resourceName: 'latest',
      routeTemplate: '{project}/_apis/{area}/{resource}/{*definition}',
      resourceVersion: 1,
    },
    '5.0',
  ),
  definitionMetrics: preview(
    {
      id: 'd973b939-0ce0-4fec-91d8-da3940fa1827',
      area: 'build',
      resourceName: 'Metrics',
      routeTemplate: '{project}/_apis/{area}/definitions/{definitionId}/{resource}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  projectMetrics: preview(
    {
      id: '7433fae7-a6bc-41dc-a6e2-eef9005ce41a',
      area: 'build',
      resourceName: 'Metrics',
      routeTemplate: '{project}/_apis/{area}/{resource}/{metricAggregationType}',
      resourceVersion: 1,
    },
    '3.1',
  ),
  settings: resource(
    {
      id: 'aa8c1c9c-ef8b-474a-b8c4-785c7b191d0d',
      area: 'build',
      resourceName: 'settings',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  status: preview(
    {
      id: '07acfdce-4757-4439-b422-ddd13a2fcc10',
      area: 'build',
      resourceName: 'status',
      routeTemplate: '{project}/_apis/{area}/{resource}/{*definition}',
      resourceVersion: 1,
    },
    '5.0',
  ),
  logs: resource(
    {
      id: '35a80daf-7f30-45fc-86e8-6b813d9c90df',
      area: 'build',
      resourceName: 'logs',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}/{logId}',
      resourceVersion: 2,
    },
    '2.0',
  ),
  artifacts: resource(
    {
      id: '1db06c96-014e-44e1-ac91-90b2d4b3e984',
      area: 'build',
      resourceName: 'artifacts',
      routeTemplate: '{project}/_apis/{area}/builds/{buildId}/{resource}/{artifactName}',
      resourceVersion: 5,
    },
    '2.0',
  ),
  revisions: resource(
    {
      id: '7c116775-52e5-453e-8c5d-914d9762d8c4',
      area: 'build',
      resourceName: 'revisions',
      routeTemplate: '{project}/_apis/{area}/definitions/{definitionId}/{resource}',
      resourceVersion: 3,
    },
    '2.0',
  ),
  projectTags: resource(
    {
      id: 'd84ac5c6-edc7-43d5-adc9-1b34be5dea09',
      area: 'build',
      resourceName: 'tags',
      routeTemplate: '{project}/_apis/{area}/{resource}/{*tag}',
      resourceVersion: 3,
    },
    '2.0',
  ),
} as const
