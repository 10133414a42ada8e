import 'server-only'
import type { Expression, Order, Query } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../seed/model'
import { notEmulated } from '../../protocol/errors'
import type { Field } from '../fields/field'
import { conditionTest, type Test } from './conditions'
import { type Context, fail, resolveField } from './context'
import { type Comparable, familyOf, readerOf } from './operands'

interface SortColumn {
  readonly field: Field
  readonly descending: boolean
}

export interface QueryResult {
  readonly columns: readonly Field[]
  readonly sortColumns: readonly SortColumn[]
  readonly items: readonly WorkItem[]
}

function testOf(expression: Expression, context: Context): Test {
  if (expression.kind === 'and' || expression.kind === 'or') {
    const tests = expression.operands.map((operand) => testOf(operand, context))
    const isAnd = expression.kind === 'and'
    return (item) => (isAnd ? tests.every((test) => test(item)) : tests.some((test) => test(item)))
  }
  if (expression.kind === 'not') {
    const test = testOf(expression.operand, context)
    return (item) => !test(item)
  }
  return conditionTest(expression, context)
}

function sortColumn({ field: reference, descending }: Order, context: Context): SortColumn {
  const field = resolveField(context, reference)
  const family = familyOf(field)
  if (family === 'longText' || family === 'tags') fail(context, 'This field cannot be sorted by.', reference.span)
  return { field, descending }
}

/** Empty fields come first; text is ordered by its letters, without regard to case. */
function order(one: Comparable | undefined, other: Comparable | undefined): number {
  if (one === other) return 0
  if (one === undefined) return -1
  if (other === undefined) return 1
  return one < other ? -1 : 1
}

/** Keys are read once for each item; equal ones stay in the order of their IDs. */
function sorted(items: readonly WorkItem[], columns: readonly SortColumn[], context: Context): readonly WorkItem[] {
  if (columns.length === 0) return items
  const exact = { ...context, timePrecision: true }
  const readers = columns.map(({ field, descending }) => [readerOf(field, exact), descending ? -1 : 1] as const)
  const rows = items.map((item) => ({ item, keys: readers.map(([read]) => read(item)) }))
  rows.sort((one, other) => {
    for (const [index, [, direction]] of readers.entries()) {
      const difference = order(one.keys[index], other.keys[index])
      if (difference !== 0) return difference * direction
    }
    return 0
  })
  return rows.map(({ item }) => item)
}

/**
 * Runs a flat query; without ORDER BY its items come in the order of their IDs.
 * @throws WiqlError for what the organization does not know; 501 for queries for links, EVER and ASOF
 */
export function executeQuery(query: Query, context: Context): QueryResult {
  if (query.from === 'workItemLinks') throw notEmulated('queries for links (FROM WorkItemLinks)')
  if (query.asOf) throw notEmulated('ASOF in queries')
  const columns = query.select.map((reference) => resolveField(context, reference))
  const sortColumns = query.orderBy.map((reference) => sortColumn(reference, context))
  const all = [...context.store.workItems.all()]
  const matching = query.where ? all.filter(testOf(query.where, context)) : all
  return { columns, sortColumns, items: sorted(matching, sortColumns, context) }
}
