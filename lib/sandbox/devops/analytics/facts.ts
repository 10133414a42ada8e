import 'server-only'
import type { Project, WorkItem } from '../../seed/model'
import type { Store } from '../store/index'
import type { Expression } from './expression'
import { day, type Fact } from './work-item-type'

/** What is asked about: the items of one project, or all. */
interface Subject {
  readonly store: Store
  readonly project: Project | undefined
}

function* itemsOf({ store, project }: Subject): Iterable<WorkItem> {
  for (const item of store.workItems.all()) if (!project || item.project === project) yield item
}

export function* latestFacts(subject: Subject): Iterable<Fact> {
  for (const item of itemsOf(subject)) yield { item, until: undefined, day: undefined }
}

const changedAt = (item: WorkItem | undefined): number | undefined => {
  const value = item?.field('System.ChangedDate')
  return typeof value === 'number' ? value : undefined
}

export function* revisionFacts(subject: Subject): Iterable<Fact> {
  for (const { id } of itemsOf(subject)) {
    const revisions = subject.store.workItems.revisions(id)
    for (const [index, item] of revisions.entries()) {
      yield { item, until: changedAt(revisions[index + 1]), day: undefined }
    }
  }
}

interface Days {
  readonly first: number
  readonly last: number
}

const dayOf = (instant: number): number => Math.floor(instant / day) * day

/** The days that a condition leaves, as far as it says so itself in a chain of `and`; the condition is still tested. */
export function daysIn(condition: Expression | undefined, days: Days): Days {
  if (condition?.kind === 'logic' && condition.operator === 'and') {
    return condition.operands.reduce((left, operand) => daysIn(operand, left), days)
  }
  if (condition?.kind !== 'compare' || condition.left.kind !== 'path' || condition.right.kind !== 'literal') return days
  const [name] = condition.left.names
  const { operator, right } = condition
  if (name !== 'DateValue' || typeof right.value !== 'number') return days
  const first = operator === 'ge' || operator === 'gt' || operator === 'eq' ? right.value : days.first
  const last = operator === 'le' || operator === 'lt' || operator === 'eq' ? right.value : days.last
  return { first: Math.max(days.first, dayOf(first)), last: Math.min(days.last, last) }
}

/** What every item was at the end of each day. */
export function* snapshotFacts(subject: Subject, { first, last }: Days): Iterable<Fact> {
  for (const fact of revisionFacts(subject)) {
    const begin = Math.max(dayOf(first), dayOf(changedAt(fact.item) ?? 0))
    const end = fact.until === undefined ? last : Math.min(last, dayOf(fact.until) - 1)
    for (let at = begin; at <= end; at += day) yield { ...fact, day: at }
  }
}
