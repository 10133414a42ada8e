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
} as const
