import 'server-only'
import type { PullRequest } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { partUnknown } from './errors'
import { findPullRequest, findRepository, pullRequestIn, repositoryIn } from './find'
import { commitJson, pullRequestJson, reviewJson } from './git-json'

const defaultPage = 101

type Test = (pullRequest: PullRequest) => boolean

const statuses = { notset: 0, active: 1, abandoned: 2, completed: 3, all: 4 }

/** Active ones unless others are asked for. */
function byStatus({ query }: Call): Test {
  const [status] = membersNamed(statuses, query.get('searchCriteria.status') ?? 'active')
  return (one) => status === 'all' || one.status === (status === 'notset' ? 'active' : status)
}

/** Between two instants, both of which count; of their creation unless `closed` is asked for. */
function byTime({ query }: Call): Test {
  const from = dateIn(query, 'searchCriteria.minTime') ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, 'searchCriteria.maxTime') ?? Number.POSITIVE_INFINITY
  const range = query.get('searchCriteria.queryTimeRangeType') ?? 'created'
  const isClosed = membersNamed({ created: 1, closed: 2 }, range).includes('closed')
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return () => true
  return ({ created, closed = Number.NaN }) => {
    const at = isClosed ? closed : created
    return at >= from && at <= to
  }
}

const criteria: Readonly<Record<string, (wanted: string) => Test>> = {
  creatorId: (wanted) => (one) => one.createdBy.id === wanted.toLowerCase(),
  reviewerId: (wanted) => (one) => one.reviews.some(({ reviewer }) => reviewer.id === wanted.toLowerCase()),
  sourceRefName: (wanted) => (one) => one.source === wanted,
  targetRefName: (wanted) => (one) => one.target === wanted,
}

function testsIn(call: Call): readonly Test[] {
  const named = Object.entries(criteria).flatMap(([name, test]) => {
    const wanted = call.query.get(`searchCriteria.${name}`)
    return wanted ? [test(wanted)] : []
  })
  return [byStatus(call), byTime(call), ...named]
}

/** The latest first. */
function list(call: Call, isWanted: Test): Answer {
  const { store, query } = call
  const tests = [isWanted, ...testsIn(call)]
  const found = store.delivery().pullRequests.filter((one) => tests.every((test) => test(one)))
  const skip = numberIn(query, '$skip') ?? 0
  const top = numberIn(query, '$top') ?? defaultPage
  const value = found.toReversed().slice(skip, skip + top)
  return answer({ value: value.map((one) => pullRequestJson(one, store, true)), count: value.length })
}

/** Those of a project, or of the organization. */
export function listPullRequestsOfProject(call: Call): Answer {
  const { project, query } = call
  const key = query.get('searchCriteria.repositoryId')
  const repository = key ? findRepository(call, key) : undefined
  return list(
    call,
    (one) =>
      (project === undefined || one.repository.project.id === project.id) &&
      (repository === undefined || one.repository === repository),
  )
}

export function listPullRequests(call: Call): Answer {
  const repository = repositoryIn(call)
  return list(call, (one) => one.repository === repository)
}

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'

const workItemReferences = ({ workItems }: PullRequest, { store }: Call) =>
  workItems.map((id) => ({ id: String(id), url: `${store.url}/_apis/wit/workItems/${id}` }))

const commitsJson = ({ commits, repository }: PullRequest, { store }: Call) =>
  commits.toReversed().map((commit) => commitJson(commit, repository, store))

function told(call: Call, pullRequest: PullRequest, withLinks: boolean): Answer {
  const isLinked = isTrue(call.query.get('includeWorkItemRefs')) && pullRequest.workItems.length > 0
  return answer({
    ...pullRequestJson(pullRequest, call.store, false, withLinks),
    ...(isTrue(call.query.get('includeCommits')) ? { commits: commitsJson(pullRequest, call) } : {}),
    ...(isLinked ? { workItemRefs: workItemReferences(pullRequest, call) } : {}),
  })
}

/** By its number alone, without links. */
export const getPullRequestById = (call: Call): Answer =>
  told(call, findPullRequest(call, call.parameters[0] ?? ''), false)

export const getPullRequest = (call: Call): Answer => told(call, pullRequestIn(call), true)

export const listPullRequestCommits = (call: Call): Answer => answerList(commitsJson(pullRequestIn(call), call))

export function listReviewers(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  return answerList(pullRequest.reviews.map((review) => reviewJson(review, pullRequest, call.store)))
}

export function getReviewer(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  const id = call.parameters[2]?.toLowerCase() ?? ''
  const review = pullRequest.reviews.find(({ reviewer }) => reviewer.id === id)
  if (!review) throw partUnknown('reviewer', id)
  return answer(reviewJson(review, pullRequest, call.store))
}

/** No service has reported anything; builds report to the policies. */
export function listStatuses(call: Call): Answer {
  pullRequestIn(call)
  return answerList([])
}

/** The IDs are texts here. */
export const listLinkedWorkItems = (call: Call): Answer => answerList(workItemReferences(pullRequestIn(call), call))
