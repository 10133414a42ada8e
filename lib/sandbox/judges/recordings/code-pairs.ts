import 'server-only'
import { type Pair, pair } from './pair'

const git = 'Storefront/_apis/git'
const build = 'Storefront/_apis/build'

export const codePairs: readonly Pair[] = [
  pair('git 284a6d 4', `GET ${git}/repositories`, { keep: { repository: 'value.0.id' } }),
  pair('git cd5b5f 2', `GET ${git}/repositories/{repository}`),
  pair('git a582de 13', `GET ${git}/repositories/{repository}/refs?filter=heads/main`),
  pair('git 1e8931 11', `GET ${git}/repositories/{repository}/refs`),
  pair('git 87d48a 3', `GET ${git}/pullRequests?searchCriteria.includeLinks=false`, {
    keep: { pull: 'value.0.pullRequestId', repository: 'value.0.repository.id' },
  }),
  pair('git 85907d 5', 'GET _apis/git/pullRequests/{pull}'),
  pair(
    'git 85907d 9',
    `GET ${git}/repositories/{repository}/pullRequests/{pull}?includeCommits=false&includeWorkItemRefs=true`,
  ),
  pair('git 85907d 18', `GET ${git}/repositories/{repository}/pullRequests/{pull}/reviewers`),
  pair('git d75069 9', `GET ${git}/repositories/{repository}/pullRequests/{pull}/workitems`),
  pair('git de0f33 12', 'GET Storefront/_apis/policy/configurations', {
    keep: { policy: 'value.0.id' },
  }),
  pair('git de0f33 15', 'GET Storefront/_apis/policy/configurations/{policy}'),
  pair(
    'git d75069 3',
    'GET Storefront/_apis/policy/evaluations?artifactId=vstfs:///CodeReview/CodeReviewId/{project}/{pull}',
  ),
  pair('build-pipelines be9385 0', `GET ${build}/Definitions`, { keep: { definition: 'value.0.id' } }),
  pair('build-pipelines 5e62c5 16', `GET ${build}/Definitions/{definition}`),
  pair('build-pipelines be9385 3', `GET ${build}/Builds`, { keep: { build: 'value.0.id' } }),
  pair('build-pipelines be9385 4', `GET ${build}/Builds?definitions={definition}`),
  pair('build-pipelines be9385 2', `GET ${build}/Builds/{build}`),
  pair('build-pipelines 046a1a 4', `GET ${build}/Builds/{build}/tags`),
]
