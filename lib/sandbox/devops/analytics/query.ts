import 'server-only'
import type { Answer } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { isStakeholder } from '../security/access-level'
import { type EntitySet, entitySetsOf } from './entity-sets'
import { aggregationNeeded, entitySetUnknown, keyRefused, optionRefused, stakeholderRefused } from './errors'
import { compile } from './evaluate'
import type { Value } from './expression'
import { metadataXml } from './metadata'
import { type Order, parseOptions, type QueryOptions } from './options'
import { filtered, type Stage, stageOf, throughSteps } from './stage'

/** Rows on a page; the service's own number is unverified. */
const pageSize = 10_000

const knownOptions = ['$filter', '$select', '$expand', '$orderby', '$top', '$skip', '$count', '$apply', '$skiptoken']

const noSelect =
  'VS403507: The specified query does not include a $select or $apply clause which is recommended for all queries. Details on recommended query patterns are available here: https://go.microsoft.com/fwlink/?linkid=861060.'

/** Null comes first (OData 4.01 protocol, section 11.2.6.2). */
function order(one: Value, other: Value): number {
  if (one === other) return 0
  if (one === null) return -1
  return other === null || one > other ? 1 : -1
}

function sorted<Row>({ rows, scope }: Stage<Row>, wanted: readonly Order[]): Iterable<Row> {
  if (wanted.length === 0) return rows
  const keys = wanted.map(({ by, descending }) => ({ read: compile(by, scope), direction: descending ? -1 : 1 }))
  return [...rows].toSorted((one, other) => {
    for (const { read, direction } of keys) {
      const difference = order(read(one), read(other))
      if (difference !== 0) return difference * direction
    }
    return 0
  })
}

interface Page {
  readonly value: readonly Record<string, unknown>[]
  /** Of all that match, on whatever page. */
  readonly count: number
  readonly isLast: boolean
}

/** With `$count` all rows are gone through, else no more than the page needs. */
function pageOf<Row>(stage: Stage<Row>, options: QueryOptions): Page {
  const { top = Number.POSITIVE_INFINITY, skip, given, counts, filter } = options
  const condition = filter && compile(filter, stage.scope)
  const rows = condition ? filtered(stage.rows, condition) : stage.rows
  const first = skip + given
  const wanted = Math.min(top - given, pageSize)
  const value: Record<string, unknown>[] = []
  let count = 0
  for (const row of sorted({ ...stage, rows }, options.order)) {
    if (count >= first && value.length < wanted) value.push(stage.write(row))
    count += 1
    if (!counts && count > first + wanted) break
  }
  return { value, count, isLast: given + value.length >= Math.min(top, count - skip) }
}

function nextLink({ request }: Call, given: number): string {
  const url = new URL(request.url)
  url.searchParams.set('$skiptoken', String(given))
  return url.href
}

function read(set: EntitySet, options: QueryOptions): Page {
  const [first] = options.steps
  const condition = options.filter ?? (first?.kind === 'filter' ? first.condition : undefined)
  return set.open(condition, (type, rows) =>
    throughSteps(stageOf(type, rows, options.selection), options.steps, (stage) => pageOf(stage, options)),
  )
}

const headers = {
  'content-type': 'application/json; odata.metadata=minimal; odata.streaming=true',
  'odata-version': '4.0',
}

function findSet(call: Call, name: string): EntitySet {
  const set = entitySetsOf(call)[name]
  if (!set) throw name.includes('(') ? keyRefused() : entitySetUnknown(name)
  return set
}

function refuseUnknownOptions(query: URLSearchParams): void {
  for (const [option, value] of query) {
    if (option.startsWith('$') && !knownOptions.includes(option)) throw optionRefused(option, value)
  }
}

function answerQuery(call: Call, root: string, name: string): Answer {
  const set = findSet(call, name)
  refuseUnknownOptions(call.query)
  const options = parseOptions(call.query)
  const { steps, selection, counts, given } = options
  if (set.isSnapshot && !steps.some(({ kind }) => kind === 'aggregate')) throw aggregationNeeded()
  const { value, count, isLast } = read(set, options)
  const { properties } = selection
  const body = {
    '@odata.context': `${root}/$metadata#${name}${properties ? `(${properties.join(',')})` : ''}`,
    ...(counts && { '@odata.count': count }),
    ...(!properties && steps.length === 0 && { '@vsts.warnings': [noSelect] }),
    value,
    ...(!isLast && { '@odata.nextLink': nextLink(call, given + value.length) }),
  }
  return { json: JSON.stringify(body), headers }
}

const versions = /^v(?:1\.0|2\.0|3\.0-preview|4\.0-preview)$/i

/** `_odata/{version}/$metadata` and `_odata/{version}/{entity set}`. */
export function analytics(call: Call): Answer {
  const [version = '', name = '', ...rest] = (call.parameters[0] ?? '').split('/')
  if (!versions.test(version) || rest.length > 0) throw entitySetUnknown(rest.at(-1) ?? version)
  if (isStakeholder(call)) throw stakeholderRefused(call.caller.displayName)
  const place = call.project ? `/${call.project.id}` : ''
  const root = `${call.urlOn('analytics.dev.azure.com')}${place}/_odata/${version}`
  if (name !== '$metadata') return answerQuery(call, root, name)
  const sets = Object.entries(entitySetsOf(call)).map(([set, { described }]) => [set, described] as const)
  return {
    json: metadataXml(Object.fromEntries(sets)),
    headers: { 'content-type': 'application/xml', 'odata-version': '4.0' },
  }
}
