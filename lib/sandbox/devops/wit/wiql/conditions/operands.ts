import 'server-only'
import type { Value } from '#lib/platform/wiql/index'
import type { Person, WorkItem } from '../../../../seed/model'
import type { Field } from '../../fields/field'
import { type Context, fail } from '../context'
import { parseDate, type QueryDate } from './dates'
import { valueOfMacro } from './macros'

/** How the values of a field are compared. */
export type Family = 'text' | 'longText' | 'tags' | 'tree' | 'person' | 'number' | 'date' | 'boolean'

export function familyOf({ referenceName, type, isIdentity }: Field): Family {
  if (isIdentity) return 'person'
  if (referenceName === 'System.Tags') return 'tags'
  if (type === 'integer' || type === 'double') return 'number'
  if (type === 'dateTime') return 'date'
  if (type === 'boolean') return 'boolean'
  if (type === 'treePath') return 'tree'
  return type === 'string' ? 'text' : 'longText'
}

/** Something that can be compared: text in lower case, or a number. */
export type Comparable = string | number

const day = 86_400_000

/** At date precision only the day counts. */
const dateKey = (instant: number, { timePrecision }: Context): number =>
  timePrecision ? instant : Math.floor(instant / day)

/** More different texts than states, types, people and nodes come to. */
const mostKept = 4096

/** Texts and people in the form in which they are compared. The same few come again and again, so they are kept. */
function createFolding(): (value: string | Person) => string {
  const kept = new Map<string | Person, string>()
  return (value) => {
    const known = kept.get(value)
    if (known !== undefined) return known
    const folded = (typeof value === 'object' ? value.displayName : value).toLowerCase()
    if (kept.size < mostKept) kept.set(value, folded)
    return folded
  }
}

export type Reader = (item: WorkItem) => Comparable | undefined

/** Reads a field in the form in which it is compared; an empty field has no value. */
export function readerOf(field: Field, context: Context): Reader {
  const isDate = familyOf(field) === 'date'
  const fold = createFolding()
  return (item) => {
    const value = field.read(item)
    if (value === undefined) return undefined
    if (typeof value === 'string' || typeof value === 'object') return fold(value)
    return isDate ? dateKey(Number(value), context) : Number(value)
  }
}

/** People may be named by display name, by mail, or by both as in `Name <mail>`. */
function personKey(text: string, { store }: Context): string {
  const wanted = text.trim().toLowerCase()
  const person = store.members
    .users()
    .find(({ displayName, principalName }) =>
      [displayName, principalName, `${displayName} <${principalName}>`].some((name) => name.toLowerCase() === wanted),
    )
  return person?.displayName.toLowerCase() ?? wanted
}

const notFound = (field: Field): string => {
  const tree = field.referenceName === 'System.IterationPath' ? 'iteration' : 'area'
  return `TF51011: The specified ${tree} path does not exist.`
}

/** @throws WiqlError TF51011 */
function pathKey(text: string, field: Field, value: Value, context: Context): string {
  const path = text.replace(/^\\+|\\+$/g, '').toLowerCase()
  const { projects } = context.store.world
  const nodes = projects.flatMap(({ areas, iterations }) =>
    field.referenceName === 'System.IterationPath' ? iterations : areas,
  )
  return nodes.some((node) => node.path.toLowerCase() === path) ? path : fail(context, notFound(field), value.span)
}

function numberKey(text: string, value: Value, context: Context): number {
  const number = Number(text)
  return Number.isNaN(number) ? fail(context, 'The value is not a number.', value.span) : number
}

function booleanKey(text: string, value: Value, context: Context): number {
  if (/^(true|1)$/i.test(text)) return 1
  return /^(false|0)$/i.test(text) ? 0 : fail(context, 'The value is neither true nor false.', value.span)
}

/** A date as a key; a time of day needs time precision, and the sentence that says so quotes the whole condition. */
function queryDateKey(date: QueryDate | undefined, value: Value, condition: Value['span'], context: Context): number {
  if (!date) return fail(context, 'The value is not a date.', value.span)
  if (date.hasTime && !context.timePrecision) {
    fail(context, 'You cannot supply a time with the date when running a query using date precision.', condition)
  }
  return dateKey(date.instant, context)
}

function literal(value: Value, context: Context): string | QueryDate | undefined {
  if (value.kind === 'macro') return valueOfMacro(context, value)
  return value.kind === 'field' ? value.name : String(value.value)
}

/** What no item has, since lower case has no capitals. */
const nobody = 'NOTHING'

/**
 * The form in which a value of the query is compared with that field; nothing for the empty string, which stands for
 * an empty field.
 * @throws WiqlError if the value does not fit the field
 */
export function operandOf(
  value: Value,
  field: Field,
  condition: Value['span'],
  context: Context,
): Comparable | undefined {
  const given = literal(value, context)
  const family = familyOf(field)
  if (given === undefined) return nobody
  if (given === '') return undefined
  if (family === 'date') {
    return queryDateKey(typeof given === 'string' ? parseDate(given) : given, value, condition, context)
  }
  if (typeof given !== 'string') return fail(context, 'A date cannot be compared with this field.', value.span)
  if (family === 'number') return numberKey(given, value, context)
  if (family === 'boolean') return booleanKey(given, value, context)
  if (family === 'tree') return pathKey(given, field, value, context)
  return family === 'person' ? personKey(given, context) : given.toLowerCase()
}
