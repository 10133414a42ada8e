import 'server-only'
import type { Answer } from './answer'
import { refuse } from './errors'
import { filtered, type Json } from './filter'
import { pageOf } from './page'
import type { Call } from './route'

/** A kind of object: its collection in addresses, and its type in messages. */
export interface EntityKind {
  readonly collection: string
  readonly type: string
}

/** What `$select` names; undefined for the usual properties. */
export function selected({ url }: Pick<Call, 'url'>): readonly string[] | undefined {
  const text = url.searchParams.get('$select')
  return text === null ? undefined : text.split(',').map((name) => name.trim())
}

/** @throws 400 for a property that there is not */
function only(entity: Json, names: readonly string[] | undefined, type: string): Json {
  if (!names) return entity
  const unknown = names.find((name) => !Object.hasOwn(entity, name))
  if (unknown !== undefined) throw refuse.unknownProperty(unknown, type)
  return Object.fromEntries(names.map((name) => [name, entity[name]]))
}

function contextOf(call: Call, { collection }: EntityKind, suffix: string): Json {
  const names = selected(call)
  const version = call.url.pathname.split('/')[1]
  const projection = names ? `(${names.join(',')})` : ''
  return { '@odata.context': `${call.url.origin}/${version}/$metadata#${collection}${projection}${suffix}` }
}

const ofEntity = ['$select']
const ofCollection = ['$select', '$filter', '$top', '$skiptoken']

/**
 * Other options of the query would change the answer without the sandbox knowing how.
 * @throws 501
 */
function requireOptions({ url }: Call, options: readonly string[]): void {
  const strange = [...url.searchParams.keys()].find((name) => name.startsWith('$') && !options.includes(name))
  if (strange !== undefined) throw refuse.notEmulated(`the query option ${strange}`)
}

/**
 * One object, or what the query selects of it.
 * @throws 400, 501
 */
export function answerEntity(call: Call, kind: EntityKind, entity: Json, status = 200): Answer {
  requireOptions(call, ofEntity)
  return { status, body: { ...contextOf(call, kind, '/$entity'), ...only(entity, selected(call), kind.type) } }
}

/**
 * Those objects of a collection that the query asks for.
 * @throws 400, 501
 */
export function answerCollection(call: Call, kind: EntityKind, entities: readonly Json[]): Answer {
  requireOptions(call, ofCollection)
  const { items, nextLink } = pageOf(filtered(entities, call.url.searchParams.get('$filter')), call.url)
  const value = items.map((entity) => only(entity, selected(call), kind.type))
  const next = nextLink === undefined ? {} : { '@odata.nextLink': nextLink }
  return { body: { ...contextOf(call, kind, ''), ...next, value } }
}
