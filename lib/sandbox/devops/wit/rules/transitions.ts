import 'server-only'
import type { Level, Process, State, WorkItemType } from '../../../seed/model'

type Reasons = readonly [usual: string, ...others: string[]]

/** By `From>To`; `>To` is from wherever nothing else is said. */
type Table = Readonly<Record<string, Reasons>>

const agileBacklog: Table = {
  'Active>Closed': ['Acceptance tests pass', 'Abandoned', 'Out of scope', 'Rejected'],
  'Active>New': ['Moved to the backlog', 'Implementation halted'],
  'Closed>Active': ['Reintroduced in Scope', 'Closed in Error'],
  'Closed>Resolved': ['Closed in Error'],
  '>New': ['Moved to the backlog'],
}

const bugResolutions = ['As Designed', 'Cannot Reproduce', 'Copied to Backlog', 'Deferred', 'Duplicate', 'Obsolete']

const agileBug: Table = {
  '>Closed': ['Fixed and verified', ...bugResolutions],
  '>Resolved': ['Fixed', ...bugResolutions],
  'Resolved>Closed': ['Verified'],
  'Closed>Resolved': ['Resolved in error'],
  'Closed>Active': ['Regression', 'Reactivated'],
  'Resolved>Active': ['Not fixed', 'Test Failed'],
  'Active>New': ['Investigation Complete'],
  '>New': ['Not fixed', 'Test Failed'],
}

const agileTask: Table = {
  'Closed>New': ['Reactivated'],
  'Active>New': ['Work halted'],
}

const scrumBacklog: Table = {
  'Committed>Approved': ['Work stopped'],
  'Done>Approved': ['Additional work found'],
  '>New': ['Moved to the backlog'],
}

const scrumTask: Table = {
  'Done>To Do': ['Additional work found'],
  'In Progress>To Do': ['Work stopped'],
}

/** Basic's reason for going back is as reported; there is no definition of that process to read. */
const basic: Table = { '>To Do': ['Moved to backlog'] }

/** Reasons that do not simply follow from the state that is reached (the stock processes' definitions). */
const tables: Readonly<Record<Process['name'], Partial<Record<Level, Table>>>> = {
  Agile: {
    epic: agileBacklog,
    feature: agileBacklog,
    requirement: agileBacklog,
    bug: agileBug,
    task: agileTask,
  },
  Scrum: {
    epic: scrumBacklog,
    feature: scrumBacklog,
    requirement: scrumBacklog,
    bug: { ...scrumBacklog, '>Removed': ['Removed from the backlog', 'Duplicate', 'Not a Bug'] },
    task: scrumTask,
  },
  Basic: { epic: basic, requirement: basic, task: basic },
}

const reasonsOf = ({ reason, otherReasons = [] }: State): Reasons => [reason, ...otherReasons]

export const findState = ({ states }: WorkItemType, name: unknown): State | undefined =>
  states.find((state) => state.name.toLowerCase() === String(name).toLowerCase())

/**
 * Whether an item may go there: what is done is not removed, and what was removed has to start again; all other ways
 * are open (the transitions that the service tells for Agile).
 */
export function isAllowed({ states: [initial] }: WorkItemType, from: State, to: State): boolean {
  if (from.category === 'Removed') return to === from || to === initial
  return to.category !== 'Removed' || from.category !== 'Completed'
}

/** Why an item may go from one state to another; the first is the reason if nobody gives one. */
export function transitionReasons({ name }: Process, type: WorkItemType, from: State | undefined, to: State): Reasons {
  if (!from) return reasonsOf(to)
  if (from.category === 'Removed') return [`Reconsidering the ${type.level === 'requirement' ? type.name : type.level}`]
  const table = tables[name][type.level] ?? {}
  const special = table[`${from.name}>${to.name}`]
  const back = to.returns?.[from.name]
  return special ?? (back === undefined ? (table[`>${to.name}`] ?? reasonsOf(to)) : [back])
}
