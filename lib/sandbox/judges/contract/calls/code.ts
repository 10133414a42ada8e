import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const git: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/git/repositories', keep: { repository: 'value.0.id' } },
  ...plain([
    'GET _apis/git/repositories',
    'GET Storefront/_apis/git/repositories/{repository}',
    'GET Storefront/_apis/git/repositories/{repository}?includeParent=true',
    'GET Storefront/_apis/git/repositories/{repository}/refs',
    'GET Storefront/_apis/git/repositories/{repository}/stats/branches',
    'GET Storefront/_apis/git/repositories/{repository}/stats/branches?name=main',
    'GET Storefront/_apis/git/repositories/{repository}/commits?searchCriteria.$top=3',
    'GET Storefront/_apis/git/repositories/{repository}/pushes?$top=3',
    'GET Storefront/_apis/git/favorites/refs',
    'GET Storefront/_apis/git/repositories/{repository}/diffs/commits?baseVersion=main&targetVersion=main',
    'GET Storefront/_apis/git/repositories/{repository}/pullrequests?searchCriteria.status=all',
  ]),
  {
    call: 'GET Storefront/_apis/git/pullrequests?searchCriteria.status=all',
    keep: { pull: 'value.0.pullRequestId', repository: 'value.0.repository.id' },
  },
  ...plain([
    'GET Storefront/_apis/git/pullrequests/{pull}',
    'GET Storefront/_apis/git/repositories/{repository}/pullrequests/{pull}',
    'GET Storefront/_apis/git/repositories/{repository}/pullRequests/{pull}/commits',
    'GET Storefront/_apis/git/repositories/{repository}/pullRequests/{pull}/iterations/1/commits',
    'GET Storefront/_apis/git/repositories/{repository}/pullRequests/{pull}/reviewers',
    'GET Storefront/_apis/git/repositories/{repository}/pullRequests/{pull}/workitems',
    'GET Storefront/_apis/git/repositories/{repository}/refs/heads/main',
    'GET Storefront/_apis/policy/types',
    'GET Storefront/_apis/policy/evaluations?artifactId=vstfs:///CodeReview/CodeReviewId/{project}/{pull}',
  ]),
  {
    call: 'GET Storefront/_apis/git/repositories/{repository}/commits?searchCriteria.$top=1',
    keep: { commit: 'value.0.commitId' },
  },
  ...plain(['GET Storefront/_apis/git/repositories/{repository}/commits/{commit}']),
  { call: 'GET Storefront/_apis/policy/configurations', keep: { policy: 'value.0.id' } },
  ...plain(['GET Storefront/_apis/policy/configurations/{policy}']),
]

const builds: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/build/definitions', keep: { definition: 'value.0.id' } },
  {
    call: 'GET Storefront/_apis/build/builds?$top=5',
    keep: { build: 'value.0.id', definition: 'value.0.definition.id' },
  },
  ...plain([
    'GET Storefront/_apis/build/definitions/{definition}',
    'GET Storefront/_apis/build/definitions/{definition}/metrics',
    'GET Storefront/_apis/build/builds/{build}',
    'GET Storefront/_apis/build/builds/{build}/changes',
    'GET Storefront/_apis/build/builds/{build}/workitems',
    'GET Storefront/_apis/build/builds/{build}/tags',
    'GET Storefront/_apis/build/latest/{definition}',
    'GET Storefront/_apis/build/metrics/daily',
    'GET Storefront/_apis/build/settings',
    'GET Storefront/_apis/build/status/{definition}',
    'GET Storefront/_apis/pipelines',
    'GET Storefront/_apis/pipelines/{definition}',
    'GET Storefront/_apis/pipelines/{definition}/runs',
    'GET Storefront/_apis/pipelines/{definition}/runs/{build}',
    'GET Storefront/_apis/pipelines/{definition}/runs/{build}/logs',
  ]),
]

const timeline: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/build/builds/{build}/timeline', keep: { timeline: 'id' } },
  ...plain(['GET Storefront/_apis/build/builds/{build}/timeline/{timeline}']),
]

const tests: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/test/runs', keep: { run: 'value.0.id' } },
  ...plain([
    'GET Storefront/_apis/test/runs/{run}',
    'GET Storefront/_apis/test/runs/{run}/results',
    'GET Storefront/_apis/test/runs/{run}/statistics',
    'GET Storefront/_apis/test/runs/{run}/codecoverage?flags=7',
    'GET Storefront/_apis/test/codecoverage?buildId={build}&flags=7',
    'GET Storefront/_apis/test/runs?minLastUpdatedDate=2026-11-20T00:00:00Z&maxLastUpdatedDate=2026-11-23T00:00:00Z',
    'GET Storefront/_apis/test/resultsummarybybuild?buildId={build}',
    'GET Storefront/_apis/testresults/runs/{run}/statistics',
    'GET Storefront/_apis/testresults/runs',
    'GET Storefront/_apis/testresults/runs/{run}',
    'GET Storefront/_apis/testresults/runs/{run}/results',
    'GET Storefront/_apis/testresults/resultsummarybybuild?buildId={build}',
    'GET Storefront/_apis/testresults/resultdetailsbybuild?buildId={build}',
    'GET Storefront/_apis/testresults/resultsbybuild?buildId={build}',
  ]),
]

const search: readonly ExampleCall[] = [
  { call: 'POST Storefront/_apis/search/workitemsearchresults', body: { searchText: 'search', $top: 5, $skip: 0 } },
]

export const codeCalls: readonly ExampleCall[] = [...git, ...builds, ...timeline, ...tests, ...search]
