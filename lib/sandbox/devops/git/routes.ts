import 'server-only'
import { type Route, route } from '../protocol/route'
import { getCommit, listCommits } from './commits'
import {
  getPullRequest,
  getPullRequestById,
  listLinkedWorkItems,
  listPullRequestCommits,
  listPullRequests,
  listPullRequestsOfProject,
  listReviewers,
} from './pull-requests'
import { listPushes } from './pushes'
import { getBranchStats, getRepository, listRefs, listRepositories } from './repositories'
import { gitResources } from './resources'

const { branchStats, commits, pullRequest, pullRequestCommits, pullRequestReviewers, pullRequests } = gitResources
const { pullRequestIterationCommits, pullRequestsOfProject, pullRequestWorkItems, pushes, refs, repositories } =
  gitResources

const anywhere = 'organization or project'
const repository = 'git/repositories/*'
const ofPullRequest = `${repository}/pullrequests/*`

export const gitRoutes: readonly Route[] = [
  route('GET', repositories, 'git/repositories', anywhere, listRepositories),
  route('GET', repositories, repository, anywhere, getRepository),
  route('GET', refs, `${repository}/refs`, anywhere, listRefs),
  route('GET', refs, `${repository}/refs/**`, anywhere, listRefs),
  route('GET', branchStats, `${repository}/stats/branches`, anywhere, getBranchStats),
  route('GET', commits, `${repository}/commits`, anywhere, listCommits),
  route('GET', commits, `${repository}/commits/*`, anywhere, getCommit),
  route('GET', pushes, `${repository}/pushes`, anywhere, listPushes),
  route('GET', pullRequestsOfProject, 'git/pullrequests', anywhere, listPullRequestsOfProject),
  route('GET', pullRequest, 'git/pullrequests/*', anywhere, getPullRequestById),
  route('GET', pullRequests, `${repository}/pullrequests`, anywhere, listPullRequests),
  route('GET', pullRequests, ofPullRequest, anywhere, getPullRequest),
  route('GET', pullRequestCommits, `${ofPullRequest}/commits`, anywhere, listPullRequestCommits),
  route('GET', pullRequestIterationCommits, `${ofPullRequest}/iterations/*/commits`, anywhere, listPullRequestCommits),
  route('GET', pullRequestReviewers, `${ofPullRequest}/reviewers`, anywhere, listReviewers),
  route('GET', pullRequestWorkItems, `${ofPullRequest}/workitems`, anywhere, listLinkedWorkItems),
]
