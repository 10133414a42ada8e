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
  requirement: { wait: 28, step: 8 },
  task: { wait: 4, step: 5 },
  bug: { wait: 8, step: 7 },
  issue: { wait: 2, step: 9 },
}

const shareOfReturns = 0.12

/** Waiting times of that mean, as of events that do not know each other; never quite zero. */
const wait = (mean: number, random: Random): number => 0.04 - mean * Math.log(1 - random.next())

type Stage = Omit<Reached, 'at'>

function reasonOf(state: State, random: Random): string {
  return state.otherReasons && random.chance(0.15) ? random.pick(state.otherReasons) : state.reason
}

/** Some work comes back from a later state, and goes the rest of its way again. */
function withReturn(states: readonly State[], random: Random): readonly Stage[] {
  const stages = states.map((state) => ({ state, reason: reasonOf(state, random) }))
  if (!random.chance(shareOfReturns)) return stages
  const target = states.findIndex(({ returns }) => returns)
  const { returns = {} } = states[target] ?? {}
  const turn = random.pick(stages.filter(({ state }) => state.name in returns))
  const [, ...again] = stages.slice(target, stages.indexOf(turn) + 1)
  const back = stages.slice(target, target + 1).map(({ state }) => ({ state, reason: returns[turn.state.name] ?? '' }))
  return stages.flatMap((stage) => (stage === turn ? [stage, ...back, ...again] : [stage]))
}

/** The states that the item would pass through, given enough time. */
function plannedStages({ states, level }: WorkItemType, mustEnd: boolean, random: Random): readonly Stage[] {
  const [first] = states
  const removed = states.find((state) => state.category === 'Removed')
  if (removed && random.chance(0.05)) return [first, removed].map((state) => ({ state, reason: state.reason }))
  const staysWhereItIs = random.chance(level === 'task' ? 0.08 : 0.18)
  if (staysWhereItIs && !mustEnd) return [{ state: first, reason: reasonOf(first, random) }]
  return withReturn(
    states.filter((state) => state !== removed),
    random,
  )
}

/**
 * What became of an item until now.
 * @param limits `until`: when its parent was closed, if it was; by then the item was done too. All are positions.
 */
export function courseOf(
  type: WorkItemType,
  created: number,
  { until, now }: { readonly until: number; readonly now: number },
  random: Random,
): readonly Reached[] {
  const { wait: first, step: later } = pace[type.level]
  let at = created
  const way = plannedStages(type, until <= now, random).map(({ state, reason }, index) => {
    if (index > 0) at += wait(index === 1 ? first : later, random)
    return { state, reason, at }
  })
  const hurry = at > until ? (until - created) / (at - created) : 1
  return way
    .map(({ state, reason, at: planned }) => ({ state, reason, at: created + (planned - created) * hurry }))
    .filter((step) => step.at <= now)
}
