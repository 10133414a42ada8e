import 'server-only'
import { createCalendar } from '../calendar'
import type { Person, World } from '../model'
import { departuresOf } from '../people'
import { createRandom } from '../random'
import { createBuilds, createPipelines } from './builds'
import { createHistory } from './history'
import type { Commit, Delivery, History, PullRequest, Repository } from './model'
import { createDrafts, finish, firstCommit } from './pull-requests'
import { createRepositories } from './repositories'
import { createTestRuns } from './test-runs'

/** What was merged, on top of the first commit; the latest first. */
function mainBranchOf(root: Commit, pullRequests: readonly PullRequest[]): [Commit, ...Commit[]] {
  const merges = pullRequests.filter(({ status }) => status === 'completed').map(({ merge }) => merge)
  const [latest = root, ...others] = [...merges.toSorted((one, other) => other.at - one.at), root]
  return [latest, ...others]
}

function createDeliveryNow(world: World, now: Date): Delivery {
  const random = createRandom(Number.parseInt(world.id.slice(0, 8), 16) ^ 0x5f3759df)
  const calendar = createCalendar(now)
  const planned = createRepositories(world, calendar, random)
  const repositories = planned.map(({ repository }) => repository)
  const roots = new Map(repositories.map((repository) => [repository, firstCommit(repository, random)]))
  const departures = departuresOf(world.people, calendar)
  const leaves = new Map(
    world.people.map((person, index) => [person.id, departures[index] ?? Number.POSITIVE_INFINITY]),
  )
  const present = (people: readonly Person[], position: number) =>
    people.filter(({ id }) => position < (leaves.get(id) ?? Number.POSITIVE_INFINITY))
  const drafts = planned.flatMap((one) => createDrafts(one, { world, calendar, present }, random))
  const pullRequests = finish(drafts, roots, random)
  const branches = new Map(
    [...roots].map(([repository, root]) => {
      const own = pullRequests.filter((pullRequest) => pullRequest.repository === repository)
      return [repository, mainBranchOf(root, own)] as const
    }),
  )

  function commitsOf(repository: Repository): readonly [Commit, ...Commit[]] {
    const commits = branches.get(repository)
    if (!commits) throw new RangeError(`There is no repository ${repository.name}`)
    return commits
  }

  const histories = new Map<Repository, History>()

  function historyOf(repository: Repository): History {
    const known = histories.get(repository)
    if (known) return known
    const own = pullRequests.filter((pullRequest) => pullRequest.repository === repository)
    const history = createHistory(commitsOf(repository), own)
    histories.set(repository, history)
    return history
  }

  const pipelines = createPipelines(planned, random)
  const builds = createBuilds(pipelines, { pullRequests, commitsOf }, calendar, random)
  const testRuns = createTestRuns(builds)
  return { repositories, pullRequests, pipelines, builds, testRuns, commitsOf, historyOf }
}

/** The same world and day always give the same delivery; it is made when it is first asked for. */
export function createDelivery(world: World, now: Date): () => Delivery {
  let made: Delivery | undefined
  return () => {
    made ??= createDeliveryNow(world, now)
    return made
  }
}
