import 'server-only'
import type { Calendar } from '../calendar'
import type { Person, World } from '../model'
import { guid, type Random } from '../random'
import { firstFiles } from './files'
import type { Commit, PullRequest, Repository, Review, Vote } from './model'
import type { PlannedRepository } from './repositories'
import { topicOf } from './topics'

/** A pull request before it is known how many others there are. */
type Draft = Omit<PullRequest, 'id' | 'base' | 'merge'>

export const mainBranch = 'refs/heads/main'

const commitId = (random: Random): string => Array.from({ length: 40 }, () => random.below(16).toString(16)).join('')

/** Waiting times of that mean, as of events that do not know each other. */
const wait = (mean: number, random: Random): number => -mean * Math.log(1 - random.next())

const changesOf = (random: Random): Commit['changes'] => ({
  add: random.below(4),
  edit: 1 + random.below(12),
  delete: random.chance(0.2) ? random.below(3) : 0,
})

const comments = [
  'Add tests',
  'Review comments',
  'Handle the empty case',
  'Rename for clarity',
  'Merge main',
  'Fix lint',
]

function commitsOf(title: string, author: Person, from: number, until: number, calendar: Calendar, random: Random) {
  const commit = (comment: string, position: number, parents: readonly string[]): Commit => ({
    id: commitId(random),
    author,
    at: calendar.instant(position),
    comment,
    parents,
    changes: changesOf(random),
  })
  const commits: [Commit, ...Commit[]] = [commit(title, from, [])]
  const more = random.below(5)
  for (let index = 1; index <= more; index += 1) {
    const previous = commits.at(-1)?.id
    const position = from + ((until - from) * index) / (more + 1)
    commits.push(commit(random.pick(comments), position, previous ? [previous] : []))
  }
  return commits
}

type Fate = Pick<PullRequest, 'status' | 'isDraft'> & { readonly end: number }

/** Most are merged within a day or two; some are given up, a few lie around. */
function fateOf(created: number, calendar: Calendar, random: Random): Fate {
  const end = created + 0.05 + wait(0.9, random)
  const liesAround = random.chance(0.012)
  if (end >= calendar.length || liesAround) {
    return { status: 'active', isDraft: random.chance(0.15), end: calendar.length }
  }
  return { status: random.chance(0.06) ? 'abandoned' : 'completed', isDraft: false, end }
}

const votes: Readonly<Record<PullRequest['status'], readonly (readonly [Vote, number])[]>> = {
  completed: [
    [10, 70],
    [5, 15],
    [0, 15],
  ],
  active: [
    [0, 60],
    [10, 22],
    [-5, 14],
    [-10, 4],
  ],
  abandoned: [
    [0, 60],
    [-5, 25],
    [-10, 15],
  ],
}

/** One to three others; whatever was merged was approved by the first of them. */
function reviewsOf(author: Person, status: PullRequest['status'], people: readonly Person[], random: Random): Review[] {
  const others = people.filter((person) => person !== author)
  const start = random.below(others.length)
  const count = random.weighted([
    [1, 35],
    [2, 50],
    [3, 15],
  ])
  return [...others.slice(start), ...others].slice(0, count).map((reviewer, index) => ({
    reviewer,
    vote: status === 'completed' && index === 0 ? 10 : random.weighted(votes[status]),
    isRequired: index === 0 && random.chance(0.3),
  }))
}

interface Setting {
  readonly world: World
  readonly calendar: Calendar
  /** Who of the people has not left by then. */
  readonly present: (people: readonly Person[], position: number) => readonly Person[]
}

function draftOf(repository: Repository, position: number, setting: Setting, random: Random): Draft {
  const { world, calendar, present } = setting
  const { project } = repository
  const people = present(repository.people, position)
  const author = random.pick(people)
  const { end, ...fate } = fateOf(position, calendar, random)
  const isClosed = fate.status !== 'active'
  const { branch, ...topic } = topicOf(world, project, position, calendar, random)
  const begun = Math.max(0, position - random.between(0.05, 1.5))
  return {
    ...topic,
    ...fate,
    mergeId: guid(random),
    repository,
    createdBy: author,
    created: calendar.instant(position),
    closedBy: isClosed ? author : undefined,
    closed: isClosed ? calendar.instant(end) : undefined,
    source: branch,
    target: mainBranch,
    commits: commitsOf(topic.title, author, begun, end, calendar, random),
    reviews: reviewsOf(author, fate.status, people, random),
    labels: random.chance(0.1) ? [random.pick(['needs-design', 'breaking', 'hotfix'])] : [],
  }
}

/** All that were made in a repository during the year, in their order. */
export function createDrafts(planned: PlannedRepository, setting: Setting, random: Random): Draft[] {
  const drafts: Draft[] = []
  for (
    let position = wait(1 / planned.pace, random);
    position < setting.calendar.length;
    position += wait(1 / planned.pace, random)
  ) {
    drafts.push(draftOf(planned.repository, position, setting, random))
  }
  return drafts
}

/** The first commit of a repository, from which everything else came. */
export const firstCommit = ({ people, created }: Repository, random: Random): Commit => ({
  id: commitId(random),
  author: random.pick(people),
  at: created,
  comment: 'First files',
  parents: [],
  changes: { add: firstFiles.length, edit: 0, delete: 0 },
})

/** A pull request becomes one commit, which does what its commits did. */
const sumOf = (commits: readonly Commit[]): Commit['changes'] => ({
  add: commits.reduce((sum, { changes }) => sum + changes.add, 0),
  edit: commits.reduce((sum, { changes }) => sum + changes.edit, 0),
  delete: commits.reduce((sum, { changes }) => sum + changes.delete, 0),
})

const byClosing = (one: Draft, other: Draft): number => (one.closed ?? 0) - (other.closed ?? 0)

/** The main branches as they grow. */
function createTips(roots: ReadonlyMap<Repository, Commit>) {
  const lines = new Map([...roots].map(([repository, root]) => [repository, [root]]))
  return {
    /** The latest commit by that instant. */
    at: (repository: Repository, instant: number): string =>
      lines.get(repository)?.findLast(({ at }) => at <= instant)?.id ?? '',
    push: (repository: Repository, commit: Commit) => void lines.get(repository)?.push(commit),
  }
}

/**
 * Numbers the pull requests of all repositories in the order in which they were made, and puts those that were
 * completed on their main branches in the order in which they were closed, each as one commit.
 */
export function finish(
  drafts: readonly Draft[],
  roots: ReadonlyMap<Repository, Commit>,
  random: Random,
): PullRequest[] {
  const ordered = drafts.toSorted((one, other) => one.created - other.created)
  const numbers = new Map(ordered.map((draft, index) => [draft, index + 1]))
  const tips = createTips(roots)
  const done = new Map<Draft, PullRequest>()
  const completed = ordered.filter(({ status }) => status === 'completed').sort(byClosing)
  for (const draft of [...completed, ...ordered.filter(({ status }) => status !== 'completed')]) {
    const { repository, created, closed = created } = draft
    const isMerged = draft.status === 'completed'
    const id = numbers.get(draft) ?? 0
    const base = tips.at(repository, isMerged ? closed : created)
    const [first, ...others] = draft.commits
    const merge: Commit = {
      id: commitId(random),
      author: draft.createdBy,
      at: closed,
      comment: `Merged PR ${id}: ${draft.title}`,
      parents: [base],
      changes: sumOf(draft.commits),
    }
    if (isMerged) tips.push(repository, merge)
    done.set(draft, { ...draft, id, base, merge, commits: [{ ...first, parents: [base] }, ...others] })
  }
  return ordered.flatMap((draft) => done.get(draft) ?? [])
}
