import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const gitResources = {
  repositories: resource({
    id: '225f7195-f9c7-4d14-ab28-a83f7ff77e1f',
    area: 'git',
    resourceName: 'repositories',
    routeTemplate: '{project}/_apis/{area}/{resource}/{repositoryId}',
    resourceVersion: 1,
  }),
  refs: resource({
    id: '2d874a60-a811-4f62-9c9f-963a6ea0a55b',
    area: 'git',
    resourceName: 'refs',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{*filter}',
    resourceVersion: 2,
  }),
  commits: resource({
    id: 'c2570c3b-5b3f-41b8-98bf-5407bfde8d58',
    area: 'git',
    resourceName: 'commits',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{commitId}',
    resourceVersion: 2,
  }),
  pushes: resource({
    id: 'ea98d07b-3c87-4971-8ede-a613694ffb55',
    area: 'git',
    resourceName: 'pushes',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{pushId}',
    resourceVersion: 3,
  }),
  pullRequestsOfProject: resource({
    id: 'a5d28130-9cd2-40fa-9f08-902e7daa9efb',
    area: 'git',
    resourceName: 'pullRequests',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 2,
  }),
  pullRequest: resource(
    {
      id: '01a46dea-7d46-4d40-bc84-319e7c260d99',
      area: 'git',
      resourceName: 'pullRequests',
      routeTemplate: '{project}/_apis/{area}/{resource}/{pullRequestId}',
      resourceVersion: 2,
    },
    '3.0',
  ),
  pullRequests: resource({
    id: '9946fd70-0d40-406e-b686-b4744cbbcc37',
    area: 'git',
    resourceName: 'pullRequests',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{pullRequestId}',
    resourceVersion: 2,
  }),
  pullRequestReviewers: resource({
    id: '4b6702c7-aa35-4b89-9c96-b9abf6d3e540',
    area: 'git',
    resourceName: 'pullRequestReviewers',
    routeTemplate:
      '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/reviewers/{reviewerId}',
    resourceVersion: 1,
  }),
  pullRequestWorkItems: resource({
    id: '0a637fcc-5370-4ce8-b0e8-98091f5f9482',
    area: 'git',
    resourceName: 'pullRequestWorkItems',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/workitems',
    resourceVersion: 1,
  }),
  pullRequestCommits: resource(
    {
      id: '52823034-34a8-4576-922c-8d8b77e9e4c4',
      area: 'git',
      resourceName: 'pullRequestCommits',
      routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/commits',
      resourceVersion: 1,
    },
    '2.1',
  ),
  pullRequestIterationCommits: resource(
    {
      id: 'e7ea0883-095f-4926-b5fb-f24691c26fb9',
      area: 'git',
      resourceName: 'pullRequestCommits',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/iterations/{iterationId}/commits',
      resourceVersion: 1,
    },
    '3.0',
  ),
  branchStats: resource({
    id: 'd5b216de-d8d5-4d32-ae76-51df755b16d3',
    area: 'git',
    resourceName: 'branchStats',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/stats/branches',
    resourceVersion: 2,
  }),
  pushCommits: resource({
    id: '168b4bb9-d936-4cd9-8a5f-66d6f6b23192',
    area: 'git',
    resourceName: 'commits',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/pushes/{pushId}/{resource}',
    resourceVersion: 1,
  }),
  changes: resource({
    id: '5bf884f5-3e07-42e9-afb8-1b872267bf16',
    area: 'git',
    resourceName: 'changes',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/commits/{commitId}/{resource}',
    resourceVersion: 1,
  }),
  commitDiffs: resource({
    id: '615588d5-c0c7-4b88-88f8-e625306446e8',
    area: 'git',
    resourceName: 'commitDiffs',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/diffs/commits',
    resourceVersion: 1,
  }),
  items: resource({
    id: 'fb93c0db-47ed-4a31-8c20-47552878fb44',
    area: 'git',
    resourceName: 'items',
    routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}/{*path}',
    resourceVersion: 1,
  }),
  refsFavorites: resource(
    {
      id: '876f70af-5792-485a-a1c7-d0a7b2f42bbb',
      area: 'git',
      resourceName: 'refsFavorites',
      routeTemplate: '{project}/_apis/{area}/favorites/refs/{favoriteId}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  pullRequestQuery: resource(
    {
      id: 'b3a6eebe-9cf0-49ea-b6cb-1a4c5f5007b0',
      area: 'git',
      resourceName: 'pullRequestQuery',
      routeTemplate: '{project}/_apis/{area}/repositories/{repositoryId}/{resource}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  pullRequestIterations: resource(
    {
      id: 'd43911ee-6958-46b0-a42b-8445b8a0d004',
      area: 'git',
      resourceName: 'pullRequestIterations',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/iterations/{iterationId}',
      resourceVersion: 2,
    },
    '3.0',
  ),
  pullRequestIterationChanges: resource(
    {
      id: '4216bdcf-b6b1-4d59-8b82-c34cc183fc8b',
      area: 'git',
      resourceName: 'pullRequestIterationChanges',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/iterations/{iterationId}/changes',
      resourceVersion: 1,
    },
    '3.0',
  ),
  pullRequestLabels: resource(
    {
      id: 'f22387e3-984e-4c52-9c6d-fbb8f14c812d',
      area: 'git',
      resourceName: 'pullRequestLabels',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/labels/{labelIdOrName}',
      resourceVersion: 1,
    },
    '4.0',
  ),
  pullRequestStatuses: resource(
    {
      id: 'b5f6bb4f-8d1e-4d79-8d11-4c9172c99c35',
      area: 'git',
      resourceName: 'pullRequestStatuses',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/statuses/{statusId}',
      resourceVersion: 2,
    },
    '3.0',
  ),
  pullRequestThreads: resource(
    {
      id: 'ab6e2e5d-a0b7-4153-b64a-a4efe0d49449',
      area: 'git',
      resourceName: 'pullRequestThreads',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/threads/{threadId}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  pullRequestThreadComments: resource(
    {
      id: '965a3ec7-5ed8-455a-bdcb-835a5ea7fe7b',
      area: 'git',
      resourceName: 'pullRequestThreadComments',
      routeTemplate:
        '{project}/_apis/{area}/repositories/{repositoryId}/pullRequests/{pullRequestId}/threads/{threadId}/comments/{commentId}',
      resourceVersion: 1,
    },
    '3.0',
  ),
} as const
