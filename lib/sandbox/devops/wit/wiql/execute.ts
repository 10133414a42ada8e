import 'server-only'
import type { Query } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../seed/model'
import { queryResultTooLarge } from '../errors'
import type { Field } from '../fields/field'
import { parseDate } from './conditions/dates'
import { testOf } from './conditions/expressions'
import { valueOfMacro } from './conditions/macros'
import type { Test } from './conditions/sets'
import { type Context, fail, itemsOf, resolveField } from './context'
import { createLinkSearch, demandTree, type LinkRow, oneHop } from './links/links'
import { tree } from './links/tree'
import { createSorter, type SortColumn, sortColumn } from './sort'

interface Head {
  readonly columns: readonly Field[]
  readonly sortColumns: readonly SortColumn[]
  /** Milliseconds since 1970. */
  readonly asOf: number
}

interface FlatResult extends Head {
  readonly queryType: 'flat'
  readonly ids: readonly number[]
}

interface LinkResult extends Head {
  readonly queryType: 'oneHop' | 'tree'
  readonly rows: readonly LinkRow[]
}

export type QueryResult = FlatResult | LinkResult

const largestResult = 20_000

/** So many are enough. More than 20,000 are too many, unless the caller asks for fewer. */
function* limited<T>(found: Iterable<T>, top: number): Iterable<T> {
  let count = 0
  for (const one of found) {
    if (count >= top) return
    count += 1
    if (count > largestResult && top > largestResult) throw queryResultTooLarge(largestResult)
    yield one
  }
}

function* matching(holds: Test, context: Context): Iterable<WorkItem> {
  for (const item of itemsOf(context)) if (holds(item)) yield item
}

/** The instant of ASOF: a date, or a macro that stands for one. */
function asOfInstant({ asOf }: Query, context: Context): number | undefined {
  if (!asOf) return undefined
  const given = asOf.kind === 'macro' ? valueOfMacro(context, asOf) : asOf.kind === 'string' && parseDate(asOf.value)
  return typeof given === 'object' ? given.instant : fail(context, 'The value is not a date.', asOf.span)
}

/** Items come in the order of their IDs, so that often the first ones are enough. */
const isByIdAnyway = ([first]: readonly SortColumn[]): boolean =>
  first === undefined || (first.field.referenceName === 'System.Id' && !first.descending)

function prepareFlat(query: Query, sortColumns: readonly SortColumn[], context: Context) {
  const holds = query.where ? testOf(query.where, context) : () => true
  const isById = isByIdAnyway(sortColumns)

  return (top: number): Pick<FlatResult, 'queryType' | 'ids'> => {
    const found = matching(holds, context)
    const sorter = createSorter(isById ? [] : sortColumns, context)
    for (const item of isById || top > largestResult ? limited(found, top) : found) sorter.add(item)
    return { queryType: 'flat', ids: sorter.ids().slice(0, top) }
  }
}

function prepareLinks(query: Query, context: Context) {
  const { mode } = query
  const isTree = mode === 'recursive' || mode === 'recursiveReturnMatchingChildren'
  if (isTree) demandTree(query, context)
  const search = createLinkSearch(query, context)

  return (top: number): Pick<LinkResult, 'queryType' | 'rows'> => {
    const found = isTree ? tree(search, mode === 'recursiveReturnMatchingChildren') : oneHop(search, mode)
    return { queryType: isTree ? 'tree' : 'oneHop', rows: [...limited(found, top)] }
  }
}

/**
 * Makes a query ready to run. Without ORDER BY its items come in the order of their IDs.
 * @returns Runs it; so many IDs, or rows of a query for links, are enough. VS402337 for more than 20,000
 * @throws WiqlError for what the organization does not know
 */
export function prepareQuery(query: Query, given: Context): (top?: number) => QueryResult {
  const asOf = asOfInstant(query, given)
  const context = asOf === undefined ? given : { ...given, asOf }
  const head = {
    columns: query.select.map((reference) => resolveField(context, reference)),
    sortColumns: query.orderBy.map((reference) => sortColumn(reference, context)),
    asOf: asOf ?? context.now,
  }
  const run =
    query.from === 'workItemLinks' ? prepareLinks(query, context) : prepareFlat(query, head.sortColumns, context)
  return (top = Number.POSITIVE_INFINITY) => ({ ...head, ...run(top) })
}
