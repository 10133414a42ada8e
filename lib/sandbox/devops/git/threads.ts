import 'server-only'
import type { PullRequest } from '../../seed/delivery/model'
import { type Remark, type Thread, threadsOf } from '../../seed/delivery/threads'
import { type Answer, answer } from '../protocol/answer'
import type { Call } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText, shownPerson } from '../wit/render'
import { partUnknown } from './errors'
import { pullRequestIn } from './find'
import { pullRequestUrl, repositoryUrl } from './git-json'

const text = (value: string) => ({ $type: 'System.String', $value: value })

/** A vote is written by the service. That its author is who voted is unverified. */
function commentJson({ by, at, text: content }: Remark, index: number, thread: Thread, store: Store) {
  const date = dateText(at)
  return {
    id: index + 1,
    parentCommentId: index === 0 ? 0 : 1,
    author: shownPerson(by, store),
    content,
    publishedDate: date,
    lastUpdatedDate: date,
    lastContentUpdatedDate: date,
    commentType: thread.vote === undefined ? 'text' : 'system',
    usersLiked: [],
  }
}

const commentsOf = (thread: Thread, store: Store) =>
  thread.remarks.map((remark, index) => commentJson(remark, index, thread, store))

function propertiesOf({ vote, remarks: [{ by }] }: Thread) {
  if (vote === undefined) {
    return { 'Microsoft.TeamFoundation.Discussion.SupportsMarkdown': { $type: 'System.Int32', $value: 1 } }
  }
  return {
    CodeReviewThreadType: text('VoteUpdate'),
    CodeReviewVotedByDisplayName: text(by.displayName),
    CodeReviewVotedByTfId: text(by.id),
    CodeReviewVoteResult: text(String(vote)),
  }
}

/** A place in a file is told with the iterations in which it was seen; here always the first one. */
function placeMembers({ place }: Thread) {
  if (!place) return { pullRequestThreadContext: null, threadContext: null }
  const { path, line, change } = place
  const iterationContext = { firstComparingIteration: 1, secondComparingIteration: 1 }
  return {
    pullRequestThreadContext: { iterationContext, changeTrackingId: change },
    threadContext: { filePath: path, rightFileStart: { line, offset: 1 }, rightFileEnd: { line, offset: 2 } },
  }
}

function threadJson(thread: Thread, pullRequest: PullRequest, store: Store) {
  const { id, remarks, status } = thread
  const { pullRequestThreadContext, threadContext } = placeMembers(thread)
  const latest = remarks.at(-1) ?? remarks[0]
  return {
    pullRequestThreadContext,
    id,
    publishedDate: dateText(remarks[0].at),
    lastUpdatedDate: dateText(latest.at),
    comments: commentsOf(thread, store),
    ...(status === undefined ? {} : { status }),
    threadContext,
    properties: propertiesOf(thread),
    isDeleted: false,
    _links: {
      self: { href: `${pullRequestUrl(pullRequest, store)}/threads/${id}` },
      repository: { href: repositoryUrl(pullRequest.repository, store) },
    },
  }
}

function threadsIn(pullRequest: PullRequest, { delivery }: Store): readonly Thread[] {
  const { repository, commits } = pullRequest
  return threadsOf(pullRequest, delivery().historyOf(repository).changesOf(commits[0]))
}

function threadIn(pullRequest: PullRequest, { store, parameters }: Call): Thread {
  const id = parameters[2] ?? ''
  const thread = threadsIn(pullRequest, store).find((one) => String(one.id) === id)
  if (!thread) throw partUnknown('thread', id)
  return thread
}

/** What was said and how was voted. */
export function listThreads(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  const value = threadsIn(pullRequest, call.store).map((thread) => threadJson(thread, pullRequest, call.store))
  return answer({ value, count: value.length })
}

export function getThread(call: Call): Answer {
  const pullRequest = pullRequestIn(call)
  return answer(threadJson(threadIn(pullRequest, call), pullRequest, call.store))
}

export function listComments(call: Call): Answer {
  const value = commentsOf(threadIn(pullRequestIn(call), call), call.store)
  return answer({ value, count: value.length })
}

export function getComment(call: Call): Answer {
  const id = call.parameters[3] ?? ''
  const comment = commentsOf(threadIn(pullRequestIn(call), call), call.store).find((one) => String(one.id) === id)
  if (!comment) throw partUnknown('comment', id)
  return answer(comment)
}
