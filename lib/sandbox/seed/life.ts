import 'server-only'
import { courseOf, type Reached } from './course'
import type { State, StateCategory, WorkItemType } from './model'
import { reasonIndex } from './processes'
import type { PlannedProject } from './projects'
import type { Random } from './random'
import { nobody, type Standing } from './rows'

/** What an item's life depends on; all times are positions in the calendar. */
export interface Plot {
  readonly planned: PlannedProject
  readonly type: WorkItemType
  readonly created: number
  /** When its parent was closed; infinite, if it was not. */
  readonly until: number
  readonly now: number
  /** When the people of the organization left; infinite for those who stayed. */
  readonly departures: readonly number[]
  /** How many things happen to it in each of its states that need not happen, on average. */
  readonly eventfulness: number
}

/** An item on its way through its life. */
interface Life {
  readonly plot: Plot
  readonly random: Random
  readonly standing: Standing
  readonly record: Recorder
  rev: number
  at: number
}

/** @param standing As it is now; it changes afterwards */
export type Recorder = (standing: Standing, at: number) => void

/** No two revisions are nearer to each other than about a minute, unless work is done in a hurry. */
const gap = 0.002

const isOver = (category: StateCategory): boolean => category === 'Completed' || category === 'Removed'
const stateOf = ({ plot, standing }: Life): State => plot.type.states[standing.state] ?? plot.type.states[0]
const isSprintWork = ({ type }: Plot): boolean => type.level !== 'epic' && type.level !== 'feature'

/** Somebody of the project who is still there. */
function somebody({ plot, random }: Life, at: number): number {
  let person = random.pick(plot.planned.people)
  while ((plot.departures[person] ?? 0) <= at) person = random.pick(plot.planned.people)
  return person
}

function revise(life: Life, at: number, by: number, change: Partial<Standing>): void {
  life.rev += 1
  life.at = at
  Object.assign(life.standing, { by, commented: 0 }, change)
  life.record(life.standing, at)
}

/** What the processes' rules write when a state is reached: its own milestone, and nothing for those that come later. */
function milestones({ state, reason }: Reached, rev: number, by: number): Partial<Standing> {
  if (state.category === 'Removed') return {}
  if (state.category === 'Completed') return { closed: rev, closedBy: by }
  if (state.name === 'Resolved') {
    return { resolved: rev, resolvedBy: by, resolvedReason: reasonIndex(reason), closed: 0 }
  }
  const isActive = state.category === 'InProgress'
  return { activated: isActive ? rev : 0, activatedBy: by, resolved: 0, closed: 0 }
}

/** Whoever starts something has it assigned, estimated, and planned for now. */
function start({ plot, random, standing }: Life, at: number, by: number): Partial<Standing> {
  const isUnassigned = standing.assignee === nobody && random.chance(0.96)
  return {
    ...(isUnassigned ? { assignee: by } : {}),
    ...(standing.sized === 0 && random.chance(0.85) ? { sized: 1 } : {}),
    ...(isSprintWork(plot) ? { iteration: plot.planned.sprints.at(at) } : {}),
  }
}

function reach(life: Life, reached: Reached): void {
  const { plot, random, standing, rev } = life
  const { state, reason, at } = reached
  const isOwn = standing.assignee !== nobody && random.chance(0.8)
  const by = isOwn ? standing.assignee : somebody(life, at)
  revise(life, at, by, {
    state: plot.type.states.indexOf(state),
    reason: reasonIndex(reason),
    stateSince: rev + 1,
    ...milestones(reached, rev + 1, by),
    ...(state.category === 'InProgress' ? start(life, at, by) : {}),
    ...(state.category === 'Removed' ? { iteration: 0 } : {}),
  })
}

/** What nobody decides: those who leave pass their work on, and what a sprint leaves unfinished goes into the next. */
function due({ plot, standing, at }: Life, { category }: State): { at: number; isDeparture: boolean } {
  if (isOver(category)) return { at: Number.POSITIVE_INFINITY, isDeparture: false }
  const departure = plot.departures[standing.assignee] ?? Number.POSITIVE_INFINITY
  const sprintEnd =
    category === 'InProgress' ? plot.planned.sprints.endOf(standing.iteration) : Number.POSITIVE_INFINITY
  const sometimeThatMorning = 0.02 + (plot.created % 1) * 0.3
  const soonest = Math.min(departure, sprintEnd) + sometimeThatMorning
  return { at: Math.max(soonest, at + gap), isDeparture: departure <= sprintEnd }
}

/** Lets happen whatever is due before that position. */
function pass(life: Life, until: number): void {
  let next = due(life, stateOf(life))
  while (next.at < until - gap) {
    const { at, isDeparture } = next
    const change = isDeparture ? { assignee: somebody(life, at) } : { iteration: life.plot.planned.sprints.at(at) }
    revise(life, at, somebody(life, at), change)
    next = due(life, stateOf(life))
  }
}

function remark({ random, standing }: Life): Partial<Standing> {
  if (standing.titled === 0 && random.chance(0.5)) return { titled: 1 }
  if (standing.tags < 2 && random.chance(0.15)) return { tags: standing.tags + 1 }
  return { comments: standing.comments + 1, commented: standing.comments + 1 }
}

function prepare(life: Life, at: number): Partial<Standing> {
  const { plot, random, standing } = life
  if (standing.sized === 0 && plot.type.level !== 'issue' && random.chance(0.5)) return { sized: 1 }
  if (standing.assignee === nobody && random.chance(0.4)) return { assignee: somebody(life, at) }
  if (standing.iteration === 0 && isSprintWork(plot) && random.chance(0.4)) {
    return { iteration: plot.planned.sprints.ahead(at, 1 + random.below(3)) }
  }
  return remark(life)
}

const mostRecords = 6

function progress(life: Life, at: number): Partial<Standing> {
  const { plot, random, standing } = life
  if (plot.type.level === 'task' && standing.worked < mostRecords && random.chance(0.6)) {
    return { worked: standing.worked + 1, sized: Math.max(1, standing.sized) }
  }
  if (standing.sized === 1 && random.chance(0.2)) return { sized: 2 }
  return random.chance(0.08) ? { assignee: somebody(life, at) } : remark(life)
}

/** Something that need not have happened. */
function happen(life: Life, at: number): void {
  const { category } = stateOf(life)
  if (at < life.at + gap) return
  const { assignee } = life.standing
  const by = assignee !== nobody && life.random.chance(0.5) ? assignee : somebody(life, at)
  if (category === 'Proposed') revise(life, at, by, prepare(life, at))
  else if (category === 'InProgress') revise(life, at, by, progress(life, at))
  else revise(life, at, by, remark(life))
}

/** How many working days after a state was reached people still do something about the item. */
const interest: Readonly<Record<StateCategory, number>> = {
  Proposed: 60,
  InProgress: Number.POSITIVE_INFINITY,
  Resolved: 40,
  Completed: 10,
  Removed: 10,
}

/** When something happened that need not have, between the states of a course. */
function happenings(course: readonly Reached[], { now, eventfulness }: Plot, random: Random): { at: number }[] {
  return course.flatMap(({ state, at }, index) => {
    const begin = at + gap
    const end = course[index + 1]?.at ?? Math.min(now, at + interest[state.category])
    if (end - gap <= begin) return []
    const count = Math.floor(2 * eventfulness * random.next() + random.next())
    return Array.from({ length: count }, () => ({ at: random.between(begin, end - gap) }))
  })
}

const unborn = (random: Random): Standing => ({
  by: nobody,
  state: 0,
  reason: 0,
  assignee: nobody,
  iteration: 0,
  sized: 0,
  worked: 0,
  tags: random.chance(0.65) ? 0 : 1 + random.below(2),
  titled: random.chance(0.1) ? 0 : 1,
  comments: 0,
  commented: 0,
  stateSince: 1,
  activated: 0,
  activatedBy: nobody,
  resolved: 0,
  resolvedBy: nobody,
  resolvedReason: 0,
  closed: 0,
  closedBy: nobody,
})

/**
 * Goes through an item's life from its creation until now and records each of its revisions.
 * @returns when it was over, as a position in the calendar; infinite, if it is not
 */
export function live(plot: Plot, random: Random, record: Recorder): number {
  const life: Life = { plot, random, standing: unborn(random), record, rev: 0, at: plot.created }
  const course = courseOf(plot.type, plot.created, plot, random)
  const moments: (Reached | { readonly at: number })[] = [...course, ...happenings(course, plot, random)]
  for (const moment of moments.sort((one, other) => one.at - other.at)) {
    if (life.rev > 0) pass(life, moment.at)
    if ('state' in moment) reach(life, moment)
    else happen(life, moment.at)
  }
  pass(life, plot.now)
  const last = course.at(-1)
  return last && isOver(last.state.category) ? last.at : Number.POSITIVE_INFINITY
}
