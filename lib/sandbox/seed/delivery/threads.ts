import 'server-only'
import type { Person } from '../model'
import { createRandom, type Random } from '../random'
import type { FileChange, PullRequest, Review } from './model'

export interface Remark {
  readonly by: Person
  readonly at: number
  readonly text: string
}

interface Place {
  readonly path: string
  readonly line: number
  /** How manieth of the changed files it is, from 1. */
  readonly change: number
}

/** What was said in a pull request, in its order; a vote is told as a thread too. */
export interface Thread {
  readonly id: number
  readonly remarks: readonly [Remark, ...Remark[]]
  /** Undefined for a vote. */
  readonly status: 'active' | 'fixed' | 'closed' | undefined
  /** Where in a file it was said, if it was. */
  readonly place: Place | undefined
  readonly vote: Review['vote'] | undefined
}

const remarks = [
  'Could this have a test of its own?',
  'Is this the name that we agreed on?',
  'What happens if the list is empty?',
  'I would move this next to where it is used.',
  'Should this be behind the flag?',
  'Thank you, this is much easier to read.',
]

const answers = ['Done.', 'Good point, changed.', 'I would rather do that in the next one.', 'It cannot be empty here.']

type Draft = Omit<Thread, 'id'>

/** Somebody reads a file and remarks on it; whoever made the pull request answers more often than not. */
function discussion(pullRequest: PullRequest, changes: readonly FileChange[], until: number, random: Random): Draft {
  const { created, createdBy, reviews, status } = pullRequest
  const change = random.below(changes.length)
  const { path = '', after } = changes[change] ?? {}
  const isPlaced = after !== undefined && random.chance(0.8)
  const at = Math.floor(random.between(created, until))
  const first = { by: random.pick(reviews).reviewer, at, text: random.pick(remarks) }
  const isAnswered = random.chance(0.7)
  const answer = { by: createdBy, at: Math.floor(random.between(at, until)), text: random.pick(answers) }
  const isOpen = status === 'active' && random.chance(0.6)
  return {
    remarks: isAnswered ? [first, answer] : [first],
    status: isOpen ? 'active' : random.pick(['fixed', 'closed']),
    place: isPlaced ? { path, line: 1 + random.below(4), change: change + 1 } : undefined,
    vote: undefined,
  }
}

function voting({ reviewer, vote }: Review, from: number, until: number, random: Random): Draft {
  const at = Math.floor(random.between(from, until))
  const text = `${reviewer.displayName} voted ${vote}`
  return { remarks: [{ by: reviewer, at, text }], status: undefined, place: undefined, vote }
}

const threadsPerPullRequest = 100

/**
 * Follows from the pull request; numbers are unique in the organization.
 * @param changes What its first commit did, which is what people remark on
 */
export function threadsOf(pullRequest: PullRequest, changes: readonly FileChange[]): Thread[] {
  const { id, created, closed, commits, reviews } = pullRequest
  const random = createRandom(id * 7919)
  const until = closed ?? Math.max(created, ...commits.map(({ at }) => at))
  const talks = Array.from({ length: random.below(4) }, () => discussion(pullRequest, changes, until, random))
  const votes = reviews.filter(({ vote }) => vote !== 0).map((review) => voting(review, created, until, random))
  return [...talks, ...votes]
    .sort((one, other) => one.remarks[0].at - other.remarks[0].at)
    .map((thread, index) => ({ ...thread, id: id * threadsPerPullRequest + index + 1 }))
}
