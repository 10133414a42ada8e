import 'server-only'
import { day, startOfDay } from './calendar'
import type { FieldValue, StateCategory, WorkItemType } from './model'
import type { Random } from './random'

type Fields = Record<string, FieldValue | undefined>

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

/** Work that is done has none remaining; what was planned and what it took are rarely the same. */
function workOf(category: StateCategory, random: Random): Fields {
  const estimate = random.pick(hours)
  const share = category === 'InProgress' ? random.next() : 0
  const done = category === 'Completed' ? estimate * random.between(0.6, 1.5) : estimate * share
  return {
    [`${scheduling}OriginalEstimate`]: estimate,
    [`${scheduling}RemainingWork`]: category === 'Completed' ? undefined : Math.ceil(estimate * (1 - share)),
    [`${scheduling}CompletedWork`]: done > 0 ? Math.round(done * 2) / 2 : undefined,
  }
}

function sizeOf({ level }: WorkItemType, random: Random): number | undefined {
  if (random.chance(0.15)) return undefined
  return random.pick(level === 'epic' || level === 'feature' ? largeSizes : smallSizes)
}

function portfolioDates(created: number, random: Random): Fields {
  const startDate = startOfDay(created) + random.below(20) * day
  return {
    [`${scheduling}StartDate`]: startDate,
    [`${scheduling}TargetDate`]: startDate + (40 + random.below(160)) * day,
    [`${common}BusinessValue`]: random.chance(0.4) ? (1 + random.below(10)) * 10 : undefined,
  }
}

/** How important, how large and how risky: whatever of it the type has fields for. */
export function planningFields(
  type: WorkItemType,
  category: StateCategory,
  rank: number,
  created: number,
  random: Random,
): Fields {
  const size = sizeOf(type, random)
  const planned: Fields = {
    [`${common}Priority`]: random.weighted(priorities),
    [`${common}StackRank`]: rank,
    [`${common}BacklogPriority`]: rank,
    [`${common}Severity`]: random.weighted(severities),
    [`${common}Activity`]: random.chance(0.8) ? random.pick(activities) : undefined,
    [`${common}Risk`]: random.chance(0.3) ? random.pick(risks) : undefined,
    [`${common}ValueArea`]: random.chance(0.85) ? 'Business' : 'Architectural',
    [`${scheduling}StoryPoints`]: size,
    [`${scheduling}Effort`]: size,
    [`${scheduling}DueDate`]: startOfDay(created) + (5 + random.below(20)) * day,
    ...(type.level === 'task' ? workOf(category, random) : {}),
    ...(type.level === 'epic' || type.level === 'feature' ? portfolioDates(created, random) : {}),
  }
  const fields: Fields = {}
  for (const name of type.fields) if (planned[name] !== undefined) fields[name] = planned[name]
  return fields
}
