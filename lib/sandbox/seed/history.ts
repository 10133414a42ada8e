import 'server-only'
import type { Calendar } from './calendar'
import type { Reached } from './course'
import type { FieldValue, Person, WorkItemType } from './model'
import type { Random } from './random'

type Fields = Record<string, FieldValue | undefined>

interface Actors {
  readonly creator: Person
  readonly assignee: Person | undefined
}

/** The name in the fields that the processes' rules fill in when a state is reached. */
function milestoneOf({ state }: Reached): string | undefined {
  if (state.name === 'Resolved') return 'Resolved'
  if (state.category === 'InProgress') return 'Activated'
  return state.category === 'Completed' ? 'Closed' : undefined
}

function milestones(course: readonly Reached[], { fields }: WorkItemType, by: Person, calendar: Calendar): Fields {
  const marks: Fields = {}
  for (const reached of course) {
    const name = milestoneOf(reached)
    const prefix = `Microsoft.VSTS.Common.${name}`
    if (!fields.has(`${prefix}Date`) || marks[`${prefix}Date`] !== undefined) continue
    marks[`${prefix}Date`] = calendar.instant(reached.at)
    marks[`${prefix}By`] = by
    if (name === 'Resolved') marks[`${prefix}Reason`] = reached.reason
  }
  return marks
}

function actorsOf({ state }: Reached, people: readonly Person[], random: Random): Actors {
  const isAssigned = random.chance(state.category === 'Proposed' ? 0.35 : 0.96)
  return { creator: random.pick(people), assignee: isAssigned ? random.pick(people) : undefined }
}

/** Who did it, when, and how far it got. */
export function historyFields(
  course: readonly [Reached, ...Reached[]],
  type: WorkItemType,
  people: readonly Person[],
  calendar: Calendar,
  random: Random,
): Fields {
  const last = course.at(-1) ?? course[0]
  const { creator, assignee } = actorsOf(last, people, random)
  const changed = random.chance(0.4) ? random.between(last.at, Math.min(calendar.length, last.at + 20)) : last.at
  return {
    'System.State': last.state.name,
    'System.Reason': last.reason,
    'System.AssignedTo': assignee,
    'System.CreatedDate': calendar.instant(course[0].at),
    'System.CreatedBy': creator,
    'System.ChangedDate': calendar.instant(changed),
    'System.ChangedBy': random.chance(0.5) ? (assignee ?? creator) : random.pick(people),
    'System.CommentCount': random.chance(0.6) ? 0 : random.below(9),
    'Microsoft.VSTS.Common.StateChangeDate': calendar.instant(last.at),
    ...milestones(course, type, assignee ?? creator, calendar),
  }
}
