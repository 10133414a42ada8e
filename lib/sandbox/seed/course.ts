import 'server-only'
import type { Level, State, WorkItemType } from './model'
import type { Random } from './random'

/** A state that an item reached, and when: a position in the calendar. */
export interface Reached {
  readonly state: State
  readonly reason: string
  readonly at: number
}

/** How many working days an item lies until somebody starts, and how many each further state takes, on average. */
const pace: Record<Level, { readonly wait: number; readonly step: number }> = {
  epic: { wait: 20, step: 70 },
  feature: { wait: 20, step: 35 },
  requirement: { wait: 28, step: 9 },
  task: { wait: 4, step: 5 },
  bug: { wait: 8, step: 7 },
  issue: { wait: 2, step: 9 },
}

/** Waiting times of that mean, as of events that do not know each other; never quite zero. */
const wait = (mean: number, random: Random): number => 0.04 - mean * Math.log(1 - random.next())

function reasonOf(state: State, random: Random): string {
  return state.otherReasons && random.chance(0.15) ? random.pick(state.otherReasons) : state.reason
}

/** The states that the item would pass through, given enough time. */
function plannedStates({ states, level }: WorkItemType, random: Random): readonly [State, ...State[]] {
  const [initial, ...later] = states
  const removed = later.find((state) => state.category === 'Removed')
  if (removed && random.chance(0.05)) return [initial, removed]
  const staysWhereItIs = random.chance(level === 'task' ? 0.08 : 0.18)
  return staysWhereItIs ? [initial] : [initial, ...later.filter((state) => state !== removed)]
}

/**
 * What became of an item until now.
 * @param limits `until`: when its parent was closed, if it was; by then the item was done too. All are positions.
 */
export function courseOf(
  type: WorkItemType,
  created: number,
  { until = Number.POSITIVE_INFINITY, now }: { readonly until: number | undefined; readonly now: number },
  random: Random,
): [Reached, ...Reached[]] {
  const [initial, ...later] = plannedStates(type, random)
  let at = created
  const way = later.map((state, index) => {
    at += wait(index === 0 ? pace[type.level].wait : pace[type.level].step, random)
    return { state, reason: reasonOf(state, random), at }
  })
  const hurry = at > until ? (until - created) / (at - created) : 1
  const reached = way.map((step) => ({ ...step, at: created + (step.at - created) * hurry }))
  const first = { state: initial, reason: reasonOf(initial, random), at: created }
  return [first, ...reached.filter((step) => step.at <= now)]
}
