import 'server-only'
import { day, startOfDay } from './calendar'
import type { FieldValue, StateCategory, WorkItemType } from './model'
import type { Random } from './random'

type Fields = Readonly<Record<string, FieldValue | undefined>>

const common = 'Microsoft.VSTS.Common.'
const scheduling = 'Microsoft.VSTS.Scheduling.'

const priorities = [
  [1, 10],
  [2, 60],
  [3, 22],
  [4, 8],
] as const

const severities = [
  ['1 - Critical', 4],
  ['2 - High', 22],
  ['3 - Medium', 58],
  ['4 - Low', 16],
] as const

const activities = ['Development', 'Testing', 'Design', 'Documentation', 'Deployment', 'Requirements']
const risks = ['1 - High', '2 - Medium', '3 - Low']
const smallSizes = [1, 2, 3, 5, 8, 13]
const largeSizes = [20, 40, 60, 100]
const hours = [2, 4, 6, 8, 12, 16]

/** How large an item is, as its first and its second estimate have it. */
export type Estimates = readonly [first: number, second: number]

export function estimatesOf({ level }: WorkItemType, random: Random): Estimates {
  if (level === 'task') return [random.pick(hours), random.pick(hours)]
  const sizes = level === 'epic' || level === 'feature' ? largeSizes : smallSizes
  return [random.pick(sizes), random.pick(sizes)]
}

/** How far a task got that was estimated so. */
interface Progress {
  readonly category: StateCategory
  readonly estimate: number
  /** How often work was recorded. */
  readonly worked: number
  /** How much more or less it took in the end than was estimated: 1 for the same. */
  readonly accuracy: number
}

const toHalves = (value: number): number => Math.round(value * 2) / 2

/** Each time less of the work remains, and none when it is done or dropped, as the processes' rules have it. */
export function remainingWork({ category, estimate, worked }: Progress): number | undefined {
  const isOver = category === 'Completed' || category === 'Removed'
  return isOver ? undefined : toHalves((2 * estimate) / (worked + 2))
}

/** What was planned and what it took are rarely the same. */
export function completedWork({ category, estimate, worked, accuracy }: Progress): number | undefined {
  const done = category === 'Completed' ? estimate * accuracy : (estimate * worked) / (worked + 2)
  return done > 0 ? toHalves(done) : undefined
}

export const accuracyOf = (random: Random): number => random.between(0.6, 1.5)

function portfolioDates(created: number, random: Random): Fields {
  const startDate = startOfDay(created) + random.below(20) * day
  return {
    [`${scheduling}StartDate`]: startDate,
    [`${scheduling}TargetDate`]: startDate + (40 + random.below(160)) * day,
    [`${common}BusinessValue`]: random.chance(0.4) ? (1 + random.below(10)) * 10 : undefined,
  }
}

export const priorityOf = (random: Random): number => random.weighted(priorities)

/** How risky an item is, where it ranks, and when it is due: what stays as it is from the beginning. */
export function planningFields({ level }: WorkItemType, id: number, created: number, random: Random): Fields {
  const rank = id * 1000 + random.below(1000)
  return {
    [`${common}StackRank`]: rank,
    [`${common}BacklogPriority`]: rank,
    [`${common}Severity`]: random.weighted(severities),
    [`${common}Activity`]: random.chance(0.8) ? random.pick(activities) : undefined,
    [`${common}Risk`]: random.chance(0.3) ? random.pick(risks) : undefined,
    [`${common}ValueArea`]: random.chance(0.85) ? 'Business' : 'Architectural',
    [`${scheduling}DueDate`]: startOfDay(created) + (5 + random.below(20)) * day,
    ...(level === 'epic' || level === 'feature' ? portfolioDates(created, random) : {}),
  }
}
