import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const repository = 'GET Storefront/_apis/git/repositories/{repository}'
const pull = 'GET Storefront/_apis/git/repositories/{repository}/pullRequests/{pull}'

const repositories: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/git/repositories', keep: { repository: 'value.0.id' } },
  { call: `${repository}/commits?searchCriteria.$top=1`, keep: { commit: 'value.0.commitId' } },
  ...plain([
    'GET _apis/git/repositories',
    repository,
    `${repository}?includeParent=true`,
    `${repository}/refs`,
    `${repository}/refs/heads/main`,
    `${repository}/stats/branches`,
    `${repository}/stats/branches?name=main`,
    `${repository}/commits?pushId=1`,
    `${repository}/commits/{commit}`,
    `${repository}/commits/{commit}/changes`,
    `${repository}/diffs/commits?baseVersion={commit}&baseVersionType=commit&baseVersionOptions=firstParent`,
    `${repository}/items?path=/README.md&$format=json`,
    `${repository}/items/README.md`,
    `${repository}/items?scopePath=/&recursionLevel=full`,
    `${repository}/pushes?$top=3`,
    `${repository}/pushes/1`,
    `${repository}/pushes/1/commits`,
    `${repository}/pullrequests?searchCriteria.status=all`,
    'GET Storefront/_apis/git/favorites/refs',
  ]),
]

/** With a pull request that has a label, commits that came later, and a thread. */
const pullRequests: readonly ExampleCall[] = [
  {
    call: 'GET Storefront/_apis/git/pullrequests?searchCriteria.status=all&$skip=0',
    keep: {
      pull: 'value.0.pullRequestId',
      repository: 'value.0.repository.id',
      reviewer: 'value.0.reviewers.0.id',
      label: 'value.0.labels.0.name',
      merge: 'value.0.lastMergeCommit.commitId',
    },
  },
  { call: `${pull}/threads`, keep: { thread: 'value.0.id' } },
  ...plain([
    'GET Storefront/_apis/git/pullrequests/{pull}',
    pull,
    `${pull}/commits`,
    `${pull}/iterations`,
    `${pull}/iterations/1`,
    `${pull}/iterations/1/changes`,
    `${pull}/iterations/1/commits`,
    `${pull}/labels`,
    `${pull}/labels/{label}`,
    `${pull}/reviewers`,
    `${pull}/reviewers/{reviewer}`,
    `${pull}/statuses`,
    `${pull}/threads/{thread}`,
    `${pull}/threads/{thread}/comments`,
    `${pull}/threads/{thread}/comments/1`,
    `${pull}/workitems`,
  ]),
  {
    call: 'POST Storefront/_apis/git/repositories/{repository}/pullrequestquery',
    body: { queries: [{ type: 'lastMergeCommit', items: ['{merge}'] }] },
  },
]

const policies: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/policy/configurations', keep: { policy: 'value.0.id', policyType: 'value.0.type.id' } },
  ...plain([
    'GET Storefront/_apis/policy/configurations/{policy}',
    'GET Storefront/_apis/policy/types',
    'GET Storefront/_apis/policy/types/{policyType}',
    'GET Storefront/_apis/policy/evaluations?artifactId=vstfs:///CodeReview/CodeReviewId/{project}/{pull}',
  ]),
]

export const codeCalls: readonly ExampleCall[] = [...repositories, ...pullRequests, ...policies]
