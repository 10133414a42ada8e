import 'server-only'
import type { Comparison, ComparisonOperator, Condition, Emptiness, Membership, Value } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../seed/model'
import { notEmulated } from '../../protocol/errors'
import type { Field } from '../fields/field'
import { type Context, fail, resolveField } from './context'
import { type Comparable, familyOf, operandOf, type Reader, readerOf } from './operands'
import { containsTag, containsWords } from './texts'

export type Test = (item: WorkItem) => boolean

const orders = {
  '<': (one: Comparable, other: Comparable) => one < other,
  '>': (one: Comparable, other: Comparable) => one > other,
  '<=': (one: Comparable, other: Comparable) => one <= other,
  '>=': (one: Comparable, other: Comparable) => one >= other,
} as const

type Order = keyof typeof orders

const isOrder = (operator: ComparisonOperator): operator is Order => operator in orders

/** An empty field equals nothing but emptiness, differs from every value, and is neither smaller nor larger. */
function compared(read: Reader, operator: '=' | '<>' | Order, other: Reader): Test {
  if (operator === '=') return (item) => read(item) === other(item)
  if (operator === '<>') return (item) => read(item) !== other(item)
  const holds = orders[operator]
  return (item) => {
    const one = read(item)
    const another = other(item)
    return one !== undefined && another !== undefined && holds(one, another)
  }
}

/** The value as something to read from every item: another field, or always the same. */
function otherSide(value: Value, field: Field, condition: Comparison, context: Context): Reader {
  if (value.kind === 'field') return readerOf(resolveField(context, value), context)
  const operand = operandOf(value, field, condition.span, context)
  return () => operand
}

/** The text behind CONTAINS and the like, as it stands. */
function textOf(condition: Comparison, context: Context): string {
  const { value } = condition
  return value.kind === 'string' ? value.value : fail(context, 'Expecting a string.', value.span)
}

const notForField = 'The operator cannot be used with this field.'

function contains(field: Field, condition: Comparison, context: Context): Test {
  const family = familyOf(field)
  const wanted = textOf(condition, context).toLowerCase()
  if (family === 'number' || family === 'date' || family === 'boolean' || family === 'tree') {
    return fail(context, notForField, condition.span)
  }
  const read = readerOf(field, context)
  const holds = family === 'tags' ? containsTag : (text: string) => text.includes(wanted)
  return (item) => holds(String(read(item) ?? ''), wanted)
}

function containsAllWords(field: Field, condition: Comparison, context: Context): Test {
  const family = familyOf(field)
  if (family !== 'longText' && family !== 'text' && family !== 'tags') fail(context, notForField, condition.span)
  const read = readerOf(field, context)
  const holds = containsWords(textOf(condition, context))
  return (item) => holds(String(read(item) ?? ''))
}

function under(field: Field, condition: Comparison, context: Context): Test {
  if (familyOf(field) !== 'tree') fail(context, notForField, condition.span)
  const path = String(operandOf(condition.value, field, condition.span, context) ?? '')
  const read = readerOf(field, context)
  return (item) => {
    const own = String(read(item))
    return own === path || own.startsWith(`${path}\\`)
  }
}

/** Types by category, people by team as `[Project]\Team`; whoever is unknown has no members. */
function inGroup(field: Field, condition: Comparison, context: Context): Test {
  const wanted = textOf(condition, context).toLowerCase()
  if (field.referenceName === 'System.WorkItemType') return ({ type }) => type.category.toLowerCase() === wanted
  if (familyOf(field) !== 'person') fail(context, notForField, condition.span)
  const teams = context.store.world.projects.flatMap(({ name, teams: all }) =>
    all.filter((team) => `[${name}]\\${team.name}`.toLowerCase() === wanted),
  )
  const members = new Set(teams.flatMap((team) => team.members.map(({ displayName }) => displayName.toLowerCase())))
  const read = readerOf(field, context)
  return (item) => members.has(String(read(item)))
}

function comparison(condition: Comparison, context: Context): Test {
  const field = resolveField(context, condition.field)
  const { operator, value } = condition
  if (operator === 'contains') return contains(field, condition, context)
  if (operator === 'contains words') return containsAllWords(field, condition, context)
  if (operator === 'under') return under(field, condition, context)
  if (operator === 'in group') return inGroup(field, condition, context)
  const family = familyOf(field)
  const hasNoOrder = family === 'tree' || family === 'boolean'
  if (family === 'longText' || (isOrder(operator) && hasNoOrder)) fail(context, notForField, condition.span)
  return compared(readerOf(field, context), operator, otherSide(value, field, condition, context))
}

function membership(condition: Membership, context: Context): Test {
  const field = resolveField(context, condition.field)
  if (familyOf(field) === 'longText') fail(context, notForField, condition.span)
  const operands = new Set(condition.values.map((value) => operandOf(value, field, condition.span, context)))
  const read = readerOf(field, context)
  return (item) => operands.has(read(item))
}

function emptiness(condition: Emptiness, context: Context): Test {
  const field = resolveField(context, condition.field)
  return (item) => field.read(item) === undefined
}

function plainTest(condition: Condition, context: Context): Test {
  if (condition.kind === 'empty') return emptiness(condition, context)
  if (condition.ever) throw notEmulated('EVER in queries')
  return condition.kind === 'in' ? membership(condition, context) : comparison(condition, context)
}

/** @throws WiqlError for fields, paths and values that do not exist or do not fit */
export function conditionTest(condition: Condition, context: Context): Test {
  const test = plainTest(condition, context)
  return condition.negated ? (item) => !test(item) : test
}
