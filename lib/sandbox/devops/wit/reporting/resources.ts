import 'server-only'
import { resource } from '../../protocol/resource'

export const reportingResources = {
  workItemLinks: resource(
    {
      id: 'b5b5b6d0-0308-40a1-b3f4-b9bb3c66878f',
      area: 'wit',
      resourceName: 'workItemLinks',
      routeTemplate: '{project}/_apis/{area}/reporting/{resource}',
      resourceVersion: 3,
    },
    '2.0',
  ),
  workItemRevisions: resource(
    {
      id: 'f828fe59-dd87-495d-a17c-7a8d6211ca6c',
      area: 'wit',
      resourceName: 'workItemRevisions',
      routeTemplate: '{project}/_apis/{area}/reporting/{resource}',
      resourceVersion: 2,
    },
    '2.0',
  ),
  workItemRevisionsDiscussions: resource(
    {
      id: '4a644469-90c5-4fcc-9a9f-be0827d369ec',
      area: 'wit',
      resourceName: 'workItemRevisionsDiscussions',
      routeTemplate: '{project}/_apis/{area}/reporting/workItemRevisions/discussions',
      resourceVersion: 1,
    },
    '5.1',
  ),
} as const
