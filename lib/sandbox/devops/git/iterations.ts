import 'server-only'
import type { Commit, FileChange, PullRequest } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText, shownPerson } from '../wit/render'
import { changeType } from './changes'
import { blobId } from './entries'
import { partUnknown } from './errors'
import { pullRequestIn } from './find'
import { commitJson } from './git-json'

/** What a pull request was after one of the pushes to its source branch. */
interface Iteration {
  readonly id: number
  readonly pushed: number
  /** All up to then, the first one first, and the last of them. */
  readonly commits: readonly Commit[]
  readonly tip: Commit
}

/** The first one is what it was made of; each later commit came with a push of its own. */
function iterationsOf({ commits, created }: PullRequest): Iteration[] {
  const begun = Math.max(1, commits.filter(({ at }) => at <= created).length)
  return commits.slice(begun - 1).map((tip, index) => {
    const pushed = index === 0 ? created : tip.at
    return { id: index + 1, pushed, commits: commits.slice(0, begun + index), tip }
  })
}

function iterationIn(pullRequest: PullRequest, { parameters }: Call): Iteration {
  const id = parameters[2] ?? ''
  const iteration = iterationsOf(pullRequest).find((one) => String(one.id) === id)
  if (!iteration) throw partUnknown('iteration', id)
  return iteration
}

function iterationJson({ id, pushed, tip }: Iteration, { base, createdBy }: PullRequest, store: Store) {
  return {
    id,
    description: tip.comment,
    author: shownPerson(createdBy, store),
    createdDate: dateText(pushed),
    updatedDate: dateText(pushed),
    sourceRefCommit: { commitId: tip.id },
    targetRefCommit: { commitId: base },
    commonRefCommit: { commitId: base },
    hasMoreCommits: false,
    reason: 'push',
  }
}

export function listIterations(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  return answerList(iterationsOf(pullRequest).map((iteration) => iterationJson(iteration, pullRequest, call.store)))
}

export function getIteration(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  return answer(iterationJson(iterationIn(pullRequest, call), pullRequest, call.store))
}

/** The commits that were there by then, the latest first. */
export function listIterationCommits(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  const commits = iterationIn(pullRequest, call).commits.toReversed()
  return answerList(commits.map((commit) => commitJson(commit, pullRequest.repository, call.store)))
}

/** What commits did to the files of the target, one after the other, so that a file keeps its number. */
function filesOf(pullRequest: PullRequest, commits: readonly Commit[], store: Store): readonly FileChange[] {
  const { changesOf } = store.delivery().historyOf(pullRequest.repository)
  return commits.flatMap(changesOf)
}

function changeJson(change: FileChange, index: number, { repository }: PullRequest) {
  const { path, before, after } = change
  return {
    changeTrackingId: index + 1,
    changeId: index + 1,
    item: {
      ...(after === undefined ? {} : { objectId: blobId(repository, path, after) }),
      ...(before === undefined ? {} : { originalObjectId: blobId(repository, path, before) }),
      path,
    },
    changeType: changeType(change),
  }
}

const defaultPage = 100
const mostChanges = 2000

/**
 * What is different from the target or, with `$compareTo`, from an earlier iteration. `nextSkip` and `nextTop` are 0 on
 * the last page.
 */
export function listIterationChanges(call: Call): Answer {
  const { store, query } = call
  const pullRequest = pullRequestIn(call)
  const earlier = iterationsOf(pullRequest).find(({ id }) => id === numberIn(query, '$compareTo'))
  const known = filesOf(pullRequest, earlier?.commits ?? [], store).length
  const changes = filesOf(pullRequest, iterationIn(pullRequest, call).commits, store)
    .map((change, index) => changeJson(change, index, pullRequest))
    .slice(known)
  const start = numberIn(query, '$skip') ?? 0
  const end = start + Math.min(numberIn(query, '$top') ?? defaultPage, mostChanges)
  const rest = Math.max(0, changes.length - end)
  return answer({
    changeEntries: changes.slice(start, end),
    nextSkip: rest === 0 ? 0 : end,
    nextTop: Math.min(rest, end - start),
  })
}
