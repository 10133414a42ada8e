import 'server-only'
import { type Calendar, day, startOfDay } from '../calendar'
import type { Person } from '../model'
import type { Random } from '../random'
import type { Build, BuildResult, Commit, Occasion, Pipeline, PullRequest, Repository, StageName } from './model'
import { mainBranch } from './pull-requests'
import type { PlannedRepository } from './repositories'

const minute = 60_000
const nightly = 2 * 60 * minute

const suffixes: Readonly<Record<Occasion, string>> = { 'pull request': ' PR', change: '', night: ' nightly' }

/** One pipeline for pull requests and one for the main branch; some are built at night too. */
export function createPipelines(planned: readonly PlannedRepository[], random: Random): Pipeline[] {
  const wanted = planned.flatMap(({ repository, minutes, isBuiltAtNight }) => {
    const occasions: Occasion[] = ['pull request', 'change', ...(isBuiltAtNight ? ['night' as const] : [])]
    return occasions.map((occasion) => ({
      repository,
      occasion,
      minutes: occasion === 'night' ? minutes * 3 : minutes,
    }))
  })
  return wanted.map(({ repository, occasion, minutes }, index) => ({
    id: index + 1,
    name: `${repository.name}${suffixes[occasion]}`,
    repository,
    occasion,
    createdBy: random.pick(repository.people),
    created: repository.created,
    minutes,
  }))
}

/** Why a run was queued, and for what. */
type Order = Pick<Build, 'pipeline' | 'queued' | 'branch' | 'commit' | 'requestedFor' | 'pullRequest'> & {
  /** Nothing is merged whose last run did not succeed. */
  readonly mustSucceed: boolean
}

/** A run when it is made and one more for each second commit that followed. */
function ordersForPullRequest(pipeline: Pipeline, pullRequest: PullRequest): Order[] {
  const { commits, created, createdBy, id, merge, status } = pullRequest
  const pushed = commits.map(({ at }) => at).filter((at, index) => at > created && index % 2 === 0)
  const times = [created, ...pushed]
  return times.map((queued, index) => ({
    pipeline,
    queued: queued + 5000,
    branch: `refs/pull/${id}/merge`,
    commit: merge.id,
    requestedFor: createdBy,
    pullRequest,
    mustSucceed: status === 'completed' && index === times.length - 1,
  }))
}

const orderForChange = (pipeline: Pipeline, commit: Commit): Order => ({
  pipeline,
  queued: commit.at + 8000,
  branch: mainBranch,
  commit: commit.id,
  requestedFor: commit.author,
  pullRequest: undefined,
  mustSucceed: false,
})

/** Every night, on what the main branch then was. */
function ordersForNights(pipeline: Pipeline, commits: readonly Commit[], now: number): Order[] {
  const orders: Order[] = []
  let newest = commits.length - 1
  for (let at = startOfDay(pipeline.created) + day + nightly; at < now; at += day) {
    while (newest > 0 && (commits[newest - 1]?.at ?? at) < at) newest -= 1
    const commit = commits[newest]?.id ?? ''
    const requestedFor: Person = pipeline.createdBy
    orders.push({
      pipeline,
      queued: at,
      branch: mainBranch,
      commit,
      requestedFor,
      pullRequest: undefined,
      mustSucceed: false,
    })
  }
  return orders
}

const results: readonly (readonly [BuildResult, number])[] = [
  ['succeeded', 84],
  ['failed', 11],
  ['canceled', 3],
  ['partiallySucceeded', 2],
]

/** What failed once is likely to fail again, until somebody mends it. */
function resultOf({ mustSucceed }: Order, previous: BuildResult | undefined, random: Random): BuildResult {
  if (mustSucceed) return 'succeeded'
  return previous === 'failed' && random.chance(0.45) ? 'failed' : random.weighted(results)
}

function brokenIn(result: BuildResult, { occasion }: Pipeline, random: Random): StageName | undefined {
  if (result === 'partiallySucceeded') return 'Test'
  if (result !== 'failed') return undefined
  const inTest = [
    ['Test', 60],
    ['Build', 25],
  ] as const
  return random.weighted(occasion === 'change' ? [...inTest, ['Deploy', 15] as const] : inTest)
}

const stagesDone: Readonly<Record<StageName, number>> = { Build: 0.35, Test: 0.8, Deploy: 1 }

/** What is known of a run by now: it may be waiting, or running. */
function courseOf(order: Order, result: BuildResult, broken: StageName | undefined, now: number, random: Random) {
  const started = order.queued + random.between(0.1, 2.5) * minute
  const whole = order.pipeline.minutes * random.between(0.75, 1.4) * minute
  const share = result === 'canceled' ? random.next() : broken ? stagesDone[broken] : 1
  const finished = Math.floor(started + whole * share)
  if (started > now)
    return { status: 'notStarted', result: undefined, started: undefined, finished: undefined } as const
  const begun = Math.floor(started)
  if (finished > now) return { status: 'inProgress', result: undefined, started: begun, finished: undefined } as const
  return { status: 'completed', result, started: begun, finished } as const
}

const dayNumber = (instant: number): string => new Date(instant).toISOString().slice(0, 10).replaceAll('-', '')

function run(orders: readonly Order[], now: number, random: Random): Build[] {
  const latest = new Map<Pipeline, BuildResult>()
  const counts = new Map<string, number>()
  return orders.map((order, index) => {
    const { mustSucceed, ...about } = order
    const result = resultOf(order, latest.get(order.pipeline), random)
    latest.set(order.pipeline, result)
    const broken = brokenIn(result, order.pipeline, random)
    const date = dayNumber(order.queued)
    const key = `${order.pipeline.id} ${date}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    const course = courseOf(order, result, broken, now, random)
    const brokenStage = course.result === undefined ? undefined : broken
    return { ...about, ...course, id: index + 1, number: `${date}.${counts.get(key)}`, brokenIn: brokenStage }
  })
}

interface History {
  readonly pullRequests: readonly PullRequest[]
  commitsOf(repository: Repository): readonly Commit[]
}

/** Every run of the year, in the order in which they were queued. */
export function createBuilds(
  pipelines: readonly Pipeline[],
  history: History,
  calendar: Calendar,
  random: Random,
): Build[] {
  const now = calendar.instant(calendar.length)
  const ordersOf = (pipeline: Pipeline): Order[] => {
    const { repository, occasion } = pipeline
    const commits = history.commitsOf(repository)
    if (occasion === 'night') return ordersForNights(pipeline, commits, now)
    if (occasion === 'change') return commits.map((commit) => orderForChange(pipeline, commit))
    const own = history.pullRequests.filter((one) => one.repository === repository && !one.isDraft)
    return own.flatMap((pullRequest) => ordersForPullRequest(pipeline, pullRequest))
  }
  const orders = pipelines.flatMap(ordersOf).filter(({ queued }) => queued <= now)
  return run(
    orders.sort((one, other) => one.queued - other.queued),
    now,
    random,
  )
}
