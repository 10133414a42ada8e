import 'server-only'
import type { Order } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../seed/model'
import type { Field } from '../fields/field'
import { type Comparable, familyOf, type Reader, readerOf } from './conditions/operands'
import { type Context, fail, resolveField } from './context'

export interface SortColumn {
  readonly field: Field
  readonly descending: boolean
}

/** @throws WiqlError for a field that does not exist or has no order */
export function sortColumn({ field: reference, descending }: Order, context: Context): SortColumn {
  const field = resolveField(context, reference)
  const family = familyOf(field)
  if (family === 'longText' || family === 'tags') fail(context, 'This field cannot be sorted by.', reference.span)
  return { field, descending }
}

/** Empty fields come first; text is ordered by its letters, without regard to case. */
function compare(one: Comparable | undefined, other: Comparable | undefined): number {
  if (one === other) return 0
  if (one === undefined) return -1
  if (other === undefined) return 1
  return one < other ? -1 : 1
}

interface Key {
  readonly read: Reader
  readonly direction: 1 | -1
  readonly values: (Comparable | undefined)[]
}

/** Takes in items one by one, in the order of their IDs, and gives their IDs in the order of the columns. */
export interface Sorter {
  add(item: WorkItem): void
  readonly size: number
  /** Equal ones stay in the order of their IDs. */
  ids(): readonly number[]
}

/** Keeps of each item only its ID and what it is sorted by, however many there are. */
export function createSorter(columns: readonly SortColumn[], context: Context): Sorter {
  const exact = { ...context, timePrecision: true }
  const keys = columns.map(
    ({ field, descending }): Key => ({ read: readerOf(field, exact), direction: descending ? -1 : 1, values: [] }),
  )
  const ids: number[] = []

  function order(one: number, other: number): number {
    for (const { values, direction } of keys) {
      const difference = compare(values[one], values[other])
      if (difference !== 0) return difference * direction
    }
    return one - other
  }

  return {
    add(item) {
      ids.push(item.id)
      for (const { read, values } of keys) values.push(read(item))
    },
    get size() {
      return ids.length
    },
    ids() {
      if (keys.length === 0) return ids
      const positions = Array.from(ids.keys()).sort(order)
      return positions.flatMap((position) => ids[position] ?? [])
    },
  }
}
