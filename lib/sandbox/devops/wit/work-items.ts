import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { Answer } from '../protocol/answer'
import { bodyOf, type Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { fieldUnknown, tooManyWorkItems, workItemUnknown } from './errors'
import type { Field } from './fields/field'
import { allFields, fieldByReferenceName, plainFields } from './fields/fields'
import type { Renderer } from './render'
import { createRowCache } from './row-cache'
import { wholeItemWriter } from './whole-item'

const largestBatch = 200

/** By their numbers too, because the .NET and Node clients send those. */
const expansions = ['none', 'relations', 'fields', 'links', 'all'] as const
export type Expansion = (typeof expansions)[number]

/** What to read, by query or by body. */
interface Wanted {
  readonly ids: readonly number[]
  readonly fields: readonly string[] | undefined
  readonly expand: Expansion
  readonly asOf: number | undefined
  readonly omitsMissing: boolean
}

export function expansionOf(value: unknown): Expansion {
  if (value === undefined || value === null) return 'none'
  const text = String(value).toLowerCase()
  const expansion = expansions.find((name, number) => name === text || String(number) === text)
  if (!expansion) throw argumentRefused(`The value '${text}' is not valid for $expand.`)
  return expansion
}

function asOfIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  const instant = Date.parse(String(value))
  if (Number.isNaN(instant)) throw argumentRefused(`The value '${String(value)}' is not valid for asOf.`)
  return instant
}

/** `omit`, or the number that the clients send for it. */
const isOmit = (value: unknown): boolean => ['omit', '2'].includes(String(value).toLowerCase())

/** @throws 400 */
export function idOf(value: unknown): number {
  const id = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value
  if (typeof id !== 'number' || !Number.isInteger(id)) {
    throw argumentRefused(`The value '${String(value)}' is not valid for a work item ID.`)
  }
  return id
}

function resolve(name: string): Field {
  const field = fieldByReferenceName(name.trim())
  if (!field) throw fieldUnknown(name.trim())
  return field
}

/** In the service's order, whatever the order in which they were asked for. */
function fieldsOf({ fields, expand }: Wanted): readonly Field[] {
  if (fields === undefined) return expand === 'all' || expand === 'fields' ? allFields : plainFields
  if (expand !== 'none' && expand !== 'links') {
    throw argumentRefused('The expand parameter can not be used with the fields parameter.')
  }
  const wanted = new Set(fields.map(resolve))
  return allFields.filter((field) => wanted.has(field))
}

const showsRelations = ({ expand }: Wanted): boolean => expand === 'relations' || expand === 'all'
const showsLinks = ({ expand }: Wanted): boolean => expand === 'links' || expand === 'all'

function listIn(value: string | null): string[] | undefined {
  const names = value?.split(',').filter((name) => name.trim() !== '') ?? []
  return names.length === 0 ? undefined : names
}

function wantedByQuery(query: URLSearchParams, ids: readonly number[]): Wanted {
  return {
    ids,
    fields: listIn(query.get('fields')),
    expand: expansionOf(query.get('$expand')),
    asOf: asOfIn(query.get('asOf')),
    omitsMissing: isOmit(query.get('errorPolicy')),
  }
}

async function wantedByBody(request: Request): Promise<Wanted> {
  const { ids, fields, $expand, asOf, errorPolicy } = await bodyOf(request)
  if (!Array.isArray(ids)) throw argumentRefused('Value cannot be null.\r\nParameter name: ids')
  return {
    ids: ids.map(idOf),
    fields: Array.isArray(fields) && fields.length > 0 ? fields.map(String) : undefined,
    expand: expansionOf($expand),
    asOf: asOfIn(asOf),
    omitsMissing: isOmit(errorPolicy),
  }
}

function itemWriter(wanted: Wanted, renderer: Renderer, base: string): (item: WorkItem) => string {
  const fieldsJson = renderer.fieldsWriter(fieldsOf(wanted))
  return (item) => {
    const relations = showsRelations(wanted) ? renderer.relationsJson(item) : ''
    const links = showsLinks(wanted) ? renderer.linksJson(item) : ''
    return `{"id":${item.id},"rev":${item.rev},"fields":${fieldsJson(item)}${relations}${links},"url":"${base}/${item.id}"}`
  }
}

const missing = Buffer.from('null')
const comma = Buffer.from(',')

function listOf(rows: readonly Buffer[]): Buffer<ArrayBuffer> {
  const separated = rows.flatMap((row, index) => (index === 0 ? [row] : [comma, row]))
  return Buffer.concat([Buffer.from(`{"count":${rows.length},"value":[`), ...separated, Buffer.from(']}')])
}

/** Reads of work items, each with its handler. */
export function workItemHandlers(renderer: Renderer) {
  const rememberRows = createRowCache()

  /**
   * In the order of the request; with `errorPolicy=omit` a missing one is null, else it is an error for all. Whoever
   * reads very many items says which fields; with all of them the rows are too large to be remembered.
   */
  function list({ store }: Call, wanted: Wanted): Answer {
    const { ids, asOf, omitsMissing, fields, expand } = wanted
    if (ids.length > largestBatch) throw tooManyWorkItems(ids.length, largestBatch)
    const write = itemWriter(wanted, renderer, `${store.url}/_apis/wit/workItems`)
    const rowOf = fields
      ? rememberRows([expand, ...fields].join(), write)
      : (item: WorkItem) => Buffer.from(write(item))
    const rows = ids.map((id) => {
      const item = store.workItems.find(id, asOf)
      if (!item && !omitsMissing) throw workItemUnknown(id)
      return item ? rowOf(item) : missing
    })
    return { json: listOf(rows) }
  }

  return {
    batch: async (call: Call): Promise<Answer> => list(call, await wantedByBody(call.request)),

    list(call: Call): Answer {
      const ids = listIn(call.query.get('ids'))
      if (!ids) throw argumentRefused('Value cannot be null.\r\nParameter name: ids')
      return list(call, wantedByQuery(call.query, ids.map(idOf)))
    },

    get({ store, query, parameters }: Call): Answer {
      const id = idOf(parameters[0])
      const wanted = wantedByQuery(query, [id])
      const write = wholeItemWriter(renderer, fieldsOf(wanted), showsRelations(wanted))
      const item = store.workItems.find(id, wanted.asOf)
      if (!item) throw workItemUnknown(id)
      return { json: write(item) }
    },
  }
}
