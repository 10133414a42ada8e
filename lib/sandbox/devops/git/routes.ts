import 'server-only'
import { type Route, route } from '../protocol/route'
import { getDiffs, listCommitChanges } from './changes'
import { getCommit, listCommits } from './commits'
import { getItems } from './items'
import { getIteration, listIterationChanges, listIterationCommits, listIterations } from './iterations'
import { getLabel, listLabels } from './labels'
import { queryPullRequests } from './pull-request-query'
import {
  getPullRequest,
  getPullRequestById,
  getReviewer,
  listLinkedWorkItems,
  listPullRequestCommits,
  listPullRequests,
  listPullRequestsOfProject,
  listReviewers,
  listStatuses,
} from './pull-requests'
import { getPush, listPushCommits, listPushes } from './pushes'
import { getBranchStats, getRepository, listFavorites, listRefs, listRepositories } from './repositories'
import { gitResources as at } from './resources'
import { getComment, getThread, listComments, listThreads } from './threads'

const anywhere = 'organization or project'
const repository = 'git/repositories/*'
const pull = `${repository}/pullrequests/*`

const ofRepository: readonly Route[] = [
  route('GET', at.repositories, 'git/repositories', anywhere, listRepositories),
  route('GET', at.repositories, repository, anywhere, getRepository),
  route('GET', at.refs, `${repository}/refs`, anywhere, listRefs),
  route('GET', at.refs, `${repository}/refs/**`, anywhere, listRefs),
  route('GET', at.branchStats, `${repository}/stats/branches`, anywhere, getBranchStats),
  route('GET', at.commits, `${repository}/commits`, anywhere, listCommits),
  route('GET', at.commits, `${repository}/commits/*`, anywhere, getCommit),
  route('GET', at.changes, `${repository}/commits/*/changes`, anywhere, listCommitChanges),
  route('GET', at.commitDiffs, `${repository}/diffs/commits`, anywhere, getDiffs),
  route('GET', at.items, `${repository}/items`, anywhere, getItems),
  route('GET', at.items, `${repository}/items/**`, anywhere, getItems),
  route('GET', at.pushes, `${repository}/pushes`, anywhere, listPushes),
  route('GET', at.pushes, `${repository}/pushes/*`, anywhere, getPush),
  route('GET', at.pushCommits, `${repository}/pushes/*/commits`, anywhere, listPushCommits),
  route('GET', at.refsFavorites, 'git/favorites/refs', 'project', listFavorites),
]

const ofPullRequests: readonly Route[] = [
  route('GET', at.pullRequestsOfProject, 'git/pullrequests', anywhere, listPullRequestsOfProject),
  route('GET', at.pullRequest, 'git/pullrequests/*', anywhere, getPullRequestById),
  route('GET', at.pullRequests, `${repository}/pullrequests`, anywhere, listPullRequests),
  route('GET', at.pullRequests, pull, anywhere, getPullRequest),
  route('POST', at.pullRequestQuery, `${repository}/pullrequestquery`, anywhere, queryPullRequests),
  route('GET', at.pullRequestCommits, `${pull}/commits`, anywhere, listPullRequestCommits),
  route('GET', at.pullRequestIterations, `${pull}/iterations`, anywhere, listIterations),
  route('GET', at.pullRequestIterations, `${pull}/iterations/*`, anywhere, getIteration),
  route('GET', at.pullRequestIterationChanges, `${pull}/iterations/*/changes`, anywhere, listIterationChanges),
  route('GET', at.pullRequestIterationCommits, `${pull}/iterations/*/commits`, anywhere, listIterationCommits),
  route('GET', at.pullRequestLabels, `${pull}/labels`, anywhere, listLabels),
  route('GET', at.pullRequestLabels, `${pull}/labels/*`, anywhere, getLabel),
  route('GET', at.pullRequestReviewers, `${pull}/reviewers`, anywhere, listReviewers),
  route('GET', at.pullRequestReviewers, `${pull}/reviewers/*`, anywhere, getReviewer),
  route('GET', at.pullRequestStatuses, `${pull}/statuses`, anywhere, listStatuses),
  route('GET', at.pullRequestThreads, `${pull}/threads`, anywhere, listThreads),
  route('GET', at.pullRequestThreads, `${pull}/threads/*`, anywhere, getThread),
  route('GET', at.pullRequestThreadComments, `${pull}/threads/*/comments`, anywhere, listComments),
  route('GET', at.pullRequestThreadComments, `${pull}/threads/*/comments/*`, anywhere, getComment),
  route('GET', at.pullRequestWorkItems, `${pull}/workitems`, anywhere, listLinkedWorkItems),
]

export const gitRoutes: readonly Route[] = [...ofRepository, ...ofPullRequests]
