import 'server-only'
import type { Query } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../../seed/model'
import { workItemLinkTypes } from '../../relation-types'
import { testOf } from '../conditions/expressions'
import type { Test } from '../conditions/sets'
import { type Context, fail, findItem, itemsOf } from '../context'
import { createSorter, type SortColumn, sortColumn } from '../sort'
import { linkTypesOf, splitByPart } from './link-conditions'

/** A work item at the top, or one at the end of a link from another. */
export interface LinkRow {
  readonly rel?: string
  readonly source?: number
  readonly target: number
}

interface Link {
  readonly rel: string
  readonly target: WorkItem
}

/** What a query for links asks of items and links, ready to be asked. */
export interface LinkSearch {
  /** The items that pass, in the order of sources. */
  itemsWhere(test: Test): Iterable<WorkItem>
  isSource(item: WorkItem): boolean
  /** An item's links of the types wanted to items that are there, in order. */
  linksOf(item: WorkItem): readonly Link[]
  /** The items from which such links lead to this one. */
  originsOf(item: WorkItem): readonly WorkItem[]
  isTarget(item: WorkItem): boolean
}

const everything: Test = () => true

function sortedLinks(links: Map<number, Link[]>, columns: readonly SortColumn[], context: Context): Link[] {
  const sorter = createSorter(columns, context)
  const ends = [...links.values()].flatMap(([first]) => first?.target ?? [])
  for (const end of ends.sort((one, other) => one.id - other.id)) sorter.add(end)
  return sorter.ids().flatMap((id) => links.get(id) ?? [])
}

/** The same links as seen from their other ends. A link without a direction is its own opposite. */
function oppositesOf(types: ReadonlySet<string>): ReadonlySet<string> {
  const wanted = workItemLinkTypes.filter(({ referenceName }) => types.has(referenceName))
  return new Set(
    wanted.map(({ referenceName, attributes }) => String(attributes.oppositeEndReferenceName ?? referenceName)),
  )
}

/** @throws WiqlError for what the organization does not know or cannot join */
export function createLinkSearch(query: Query, context: Context): LinkSearch {
  const conditions = splitByPart(query.where, context)
  const isSource = conditions.source ? testOf(conditions.source, context) : everything
  const isTarget = conditions.target ? testOf(conditions.target, context) : everything
  const types = linkTypesOf(conditions.link, context)
  const backwards = oppositesOf(types)
  const columnsOf = (otherEnd: 'source' | 'target'): SortColumn[] =>
    query.orderBy.filter(({ field }) => field.end !== otherEnd).map((order) => sortColumn(order, context))
  const [ofSources, ofTargets] = [columnsOf('target'), columnsOf('source')]

  return {
    isSource,
    isTarget,
    *itemsWhere(test) {
      const sorter = createSorter(ofSources, context)
      for (const item of itemsOf(context)) if (test(item)) sorter.add(item)
      for (const id of sorter.ids()) {
        const item = findItem(context, id)
        if (item) yield item
      }
    },
    originsOf: ({ links }) =>
      links.flatMap(({ rel, target: id }) =>
        typeof id === 'number' && backwards.has(rel) ? (findItem(context, id) ?? []) : [],
      ),
    linksOf(item) {
      const links = new Map<number, Link[]>()
      for (const { rel, target: id } of item.links) {
        const target = typeof id === 'number' && types.has(rel) ? findItem(context, id) : undefined
        if (target) links.set(target.id, [...(links.get(target.id) ?? []), { rel, target }])
      }
      return sortedLinks(links, ofTargets, context)
    },
  }
}

/** Each source followed by its links. MustContain is what a query means that names no mode. */
export function* oneHop(
  { itemsWhere, isSource, linksOf, isTarget }: LinkSearch,
  mode: Query['mode'],
): Iterable<LinkRow> {
  for (const source of itemsWhere(isSource)) {
    const links = linksOf(source).filter(({ target }) => isTarget(target))
    const isWanted = mode === 'mayContain' || links.length > 0 === (mode !== 'doesNotContain')
    if (!isWanted) continue
    yield { target: source.id }
    for (const { rel, target } of links) yield { rel, source: source.id, target: target.id }
  }
}

const treeTypes: ReadonlySet<string> = new Set(
  workItemLinkTypes
    .filter(({ attributes }) => attributes.topology === 'tree')
    .map(({ referenceName }) => referenceName),
)

/** Trees need a link type that makes one, and cannot be read as of an earlier day; both wordings are unverified. */
export function demandTree(query: Query, context: Context): void {
  if (query.asOf) fail(context, 'ASOF cannot be used with MODE (Recursive).', query.asOf.span)
  const { link } = splitByPart(query.where, context)
  const isTree = [...linkTypesOf(link, context)].every((rel) => treeTypes.has(rel))
  const [first] = query.select
  const cause = link ?? query.where ?? first
  if (!isTree && cause) fail(context, 'MODE (Recursive) needs a link type that makes a tree.', cause.span)
}
