import 'server-only'
import { createWorld } from '../../../seed'
import type { FieldValue, WorkItem } from '../../../seed/model'
import { now } from '../../test-organization'

/** The oracle's world: work items as plain objects, read without any of the code that runs queries. */
export const itemCount = 400

const { workItems } = createWorld({ seed: 1, items: itemCount, now })

/** Dates are days, texts are in lower case, nothing is null. */
export type PlainValue = string | number | null
type Values = Readonly<Record<string, PlainValue>>

export interface Plain {
  readonly id: number
  readonly values: Values
  /** What it was from some instant on, the first state first. */
  readonly history: readonly { readonly at: number; readonly values: Values }[]
  readonly links: readonly { readonly rel: string; readonly to: number }[]
}

const reference: Readonly<Record<string, string>> = {
  state: 'System.State',
  title: 'System.Title',
  assignee: 'System.AssignedTo',
  creator: 'System.CreatedBy',
  priority: 'Microsoft.VSTS.Common.Priority',
  effort: 'Microsoft.VSTS.Scheduling.RemainingWork',
  created: 'System.CreatedDate',
  closed: 'Microsoft.VSTS.Common.ClosedDate',
  tags: 'System.Tags',
}

export const numbers = new Set(['id', 'priority', 'effort'])

export const days = new Set(['created', 'closed'])

function plainValue(name: string, value: FieldValue | undefined): PlainValue {
  if (value === undefined || typeof value === 'boolean') return null
  if (typeof value === 'object') return value.displayName.toLowerCase()
  if (days.has(name)) return new Date(Number(value)).toISOString().slice(0, 10)
  return typeof value === 'string' ? value.toLowerCase() : value
}

const valuesOf = (item: WorkItem): Values => ({
  ...Object.fromEntries(
    Object.entries(reference).map(([name, field]) => [name, plainValue(name, item.field(field))] as const),
  ),
  id: item.id,
  type: item.type.name.toLowerCase(),
  area: item.area.path.toLowerCase(),
})

/** All of them, in the order of their IDs. */
export const plain: readonly Plain[] = Array.from({ length: workItems.count }, (_, index) =>
  workItems.latest(index + 1),
)
  .filter((item) => item !== undefined)
  .map((item) => ({
    id: item.id,
    values: valuesOf(item),
    history: workItems.revisions(item.id).map((revision) => ({
      at: Number(revision.field('System.ChangedDate')),
      values: valuesOf(revision),
    })),
    links: item.links.flatMap(({ rel, target }) => (typeof target === 'number' ? [{ rel, to: target }] : [])),
  }))

export const fieldName = (name: string): string =>
  ({ ...reference, id: 'System.Id', type: 'System.WorkItemType', area: 'System.AreaPath' })[name] ?? name

export const quoted = (value: PlainValue): string => (typeof value === 'number' ? `${value}` : `'${value ?? ''}'`)

export const same = (one: PlainValue | undefined, other: PlainValue | undefined) => (one ?? null) === (other ?? null)

export const meanings: Readonly<Record<string, (one: PlainValue, other: PlainValue) => boolean>> = {
  '=': same,
  '<>': (one, other) => !same(one, other),
  '<': (one, other) => one !== null && other !== null && one < other,
  '>': (one, other) => one !== null && other !== null && one > other,
  '<=': (one, other) => one !== null && other !== null && one <= other,
  '>=': (one, other) => one !== null && other !== null && one >= other,
}

export const read = ({ values }: Plain, name: string): PlainValue => values[name] ?? null

/** The item as it was then, if it was there. */
export function asOf(item: Plain, instant: number): Plain[] {
  const history = item.history.filter(({ at }) => at <= instant)
  return history.slice(-1).map(({ values }) => ({ ...item, values, history }))
}
