import 'server-only'
import type { Query } from '#lib/platform/wiql/index'
import { queryResultTooLarge } from '../errors'
import type { Field } from '../fields/field'
import { parseDate } from './conditions/dates'
import { testOf } from './conditions/expressions'
import { valueOfMacro } from './conditions/macros'
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

/** What matches is limited, unless the caller asks for fewer. */
const isTooMany = (count: number, top = Number.POSITIVE_INFINITY): boolean =>
  count > largestResult && top > largestResult

/** The instant of ASOF: a date, or a macro that stands for one. */
function asOfInstant({ asOf }: Query, context: Context): number | undefined {
  if (!asOf) return undefined
  const given = asOf.kind === 'macro' ? valueOfMacro(context, asOf) : asOf.kind === 'string' && parseDate(asOf.value)
  return typeof given === 'object' ? given.instant : fail(context, 'The value is not a date.', asOf.span)
}

/** Items come in the order of their IDs, so that often the first ones are enough. */
const isByIdAnyway = ([first]: readonly SortColumn[]): boolean =>
  first === undefined || (first.field.referenceName === 'System.Id' && !first.descending)

function flat(query: Query, sortColumns: readonly SortColumn[], context: Context, top?: number): readonly number[] {
  const holds = query.where ? testOf(query.where, context) : () => true
  const isById = isByIdAnyway(sortColumns)
  const sorter = createSorter(isById ? [] : sortColumns, context)
  const enough = isById && top !== undefined ? top : Number.POSITIVE_INFINITY
  for (const item of itemsOf(context)) {
    if (sorter.size >= enough) break
    if (holds(item)) sorter.add(item)
    if (isTooMany(sorter.size, top)) throw queryResultTooLarge(largestResult)
  }
  return sorter.ids().slice(0, top)
}

function links(query: Query, context: Context, top?: number): Pick<LinkResult, 'queryType' | 'rows'> {
  const { mode } = query
  const isTree = mode === 'recursive' || mode === 'recursiveReturnMatchingChildren'
  if (isTree) demandTree(query, context)
  const search = createLinkSearch(query, context)
  const found = isTree ? tree(search, mode === 'recursiveReturnMatchingChildren') : oneHop(search, mode)
  const rows: LinkRow[] = []
  for (const row of found) {
    if (top !== undefined && rows.length >= top) break
    rows.push(row)
    if (isTooMany(rows.length, top)) throw queryResultTooLarge(largestResult)
  }
  return { queryType: isTree ? 'tree' : 'oneHop', rows }
}

/**
 * Runs a query; without ORDER BY its items come in the order of their IDs.
 * @param top So many IDs, or rows of a query for links, are enough
 * @throws WiqlError for what the organization does not know; VS402337 for more than 20,000 items
 */
export function executeQuery(query: Query, given: Context, top?: number): QueryResult {
  const asOf = asOfInstant(query, given)
  const context = asOf === undefined ? given : { ...given, asOf }
  const head = {
    columns: query.select.map((reference) => resolveField(context, reference)),
    sortColumns: query.orderBy.map((reference) => sortColumn(reference, context)),
    asOf: asOf ?? context.now,
  }
  if (query.from === 'workItemLinks') return { ...head, ...links(query, context, top) }
  return { ...head, queryType: 'flat', ids: flat(query, head.sortColumns, context, top) }
}
