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
} as const
