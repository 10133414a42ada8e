import 'server-only'
import type { Comparison, ComparisonOperator, Condition, Emptiness, Membership, Value } from '#lib/platform/wiql/index'
import type { Field } from '../../fields/field'
import { type Context, fail, resolveField, revisionsOf } from '../context'
import { membersOfGroup } from './groups'
import { type Comparable, type Family, familyOf, operandOf, type Reader, readerOf } from './operands'
import { isUnder } from './paths'
import { setTest, type Test } from './sets'
import { containsTag, containsWords } from './texts'

const orders = {
  '<': (one: Comparable, other: Comparable) => one < other,
  '>': (one: Comparable, other: Comparable) => one > other,
  '<=': (one: Comparable, other: Comparable) => one <= other,
  '>=': (one: Comparable, other: Comparable) => one >= other,
} as const

type Order = keyof typeof orders

const isOrder = (operator: ComparisonOperator): operator is Order => operator in orders

const always: Test = () => true
const not = (test: Test): Test => {
  return (item) => !test(item)
}

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

const notForField = 'The operator cannot be used with this field.'

/** The value as something to read from every item: another field of the same kind, or always the same. */
function otherSide(value: Value, field: Field, condition: Comparison, context: Context): Reader {
  if (value.kind === 'field') {
    const other = resolveField(context, value)
    if (familyOf(other) !== familyOf(field)) fail(context, 'The fields cannot be compared.', condition.span)
    return readerOf(other, context)
  }
  const operand = operandOf(value, field, condition.span, context)
  return () => operand
}

/** The text behind CONTAINS and the like, as it stands. */
function textOf(condition: Comparison, context: Context): string {
  const { value } = condition
  return value.kind === 'string' ? value.value : fail(context, 'Expecting a string.', value.span)
}

/** @throws WiqlError unless the field is of one of these families */
function demandFamily(field: Field, families: readonly Family[], condition: Comparison, context: Context): void {
  if (!families.includes(familyOf(field))) fail(context, notForField, condition.span)
}

function contains(field: Field, condition: Comparison, context: Context): Test {
  demandFamily(field, ['text', 'person', 'tags', 'longText'], condition, context)
  const wanted = textOf(condition, context).toLowerCase()
  const read = readerOf(field, context)
  const holds = familyOf(field) === 'tags' ? containsTag : (text: string) => text.includes(wanted)
  return (item) => holds(String(read(item) ?? ''), wanted)
}

const longestPhrase = 100

function containsAllWords(field: Field, condition: Comparison, context: Context): Test {
  demandFamily(field, ['longText', 'text', 'tags'], condition, context)
  const phrase = textOf(condition, context)
  if (phrase.length > longestPhrase) {
    fail(context, `The text to search for is longer than ${longestPhrase} characters.`, condition.value.span)
  }
  const read = readerOf(field, context)
  const holds = containsWords(phrase)
  return (item) => holds(String(read(item) ?? ''))
}

function under(field: Field, condition: Comparison, context: Context): Test {
  demandFamily(field, ['tree'], condition, context)
  const isBelow = isUnder(String(operandOf(condition.value, field, condition.span, context) ?? ''))
  const read = readerOf(field, context)
  return (item) => isBelow(String(read(item)))
}

/** Types by category, people by group or team. */
function inGroup(field: Field, condition: Comparison, context: Context): Test {
  const wanted = textOf(condition, context)
  if (field.referenceName === 'System.WorkItemType') {
    const category = wanted.toLowerCase()
    return ({ type }) => type.category.toLowerCase() === category
  }
  demandFamily(field, ['person'], condition, context)
  const members = membersOfGroup(wanted, context)
  return (item) => {
    const person = field.read(item)
    return typeof person === 'object' && members.has(person.descriptor)
  }
}

/** The portal writes `'[Any]'` for a clause that lets everything through. */
const isAny = (value: Value): boolean => value.kind === 'string' && /^\s*\[any\]\s*$/i.test(value.value)

function equality(field: Field, condition: Comparison, context: Context): Test {
  const { operator, value } = condition
  const family = familyOf(field)
  if (operator === '=' && isAny(value)) return always
  const set = setTest(value, field, context)
  if (set) return operator === '<>' ? not(set) : set
  const hasNoOrder = family === 'tree' || family === 'boolean'
  const isPlain = operator === '=' || operator === '<>' || isOrder(operator)
  if (!isPlain || family === 'longText' || (isOrder(operator) && hasNoOrder)) {
    return fail(context, notForField, condition.span)
  }
  return compared(readerOf(field, context), operator, otherSide(value, field, condition, context))
}

const special: Partial<Record<ComparisonOperator, (field: Field, condition: Comparison, context: Context) => Test>> = {
  contains,
  'contains words': containsAllWords,
  under,
  'in group': inGroup,
}

function comparison(condition: Comparison, context: Context): Test {
  const field = resolveField(context, condition.field)
  return (special[condition.operator] ?? equality)(field, condition, context)
}

function membership(condition: Membership, context: Context): Test {
  const field = resolveField(context, condition.field)
  if (familyOf(field) === 'longText') fail(context, notForField, condition.span)
  if (condition.values.some(isAny)) return always
  const sets = condition.values.flatMap((value) => setTest(value, field, context) ?? [])
  const plain = condition.values.filter((value) => value.kind !== 'macro' || sets.length === 0)
  const operands = new Set(plain.map((value) => operandOf(value, field, condition.span, context)))
  const read = readerOf(field, context)
  return (item) => operands.has(read(item)) || sets.some((holds) => holds(item))
}

function emptiness(condition: Emptiness, context: Context): Test {
  const field = resolveField(context, condition.field)
  return (item) => field.read(item) === undefined
}

/** Whether any revision had the value. Only equality can be asked for, and it cannot be negated; wordings unverified. */
function ever(condition: Comparison | Membership, context: Context): Test {
  const isEquality = condition.kind === 'in' || condition.operator === '='
  if (!isEquality) fail(context, 'The operator cannot be used with EVER.', condition.span)
  if (condition.negated) fail(context, 'EVER cannot be negated.', condition.span)
  const holds = condition.kind === 'in' ? membership(condition, context) : comparison(condition, context)
  return (item) => revisionsOf(context, item).some(holds)
}

function plainTest(condition: Condition, context: Context): Test {
  if (condition.kind === 'empty') return emptiness(condition, context)
  if (condition.ever) return ever(condition, context)
  return condition.kind === 'in' ? membership(condition, context) : comparison(condition, context)
}

/** @throws WiqlError for fields, paths and values that do not exist or do not fit */
export function conditionTest(condition: Condition, context: Context): Test {
  const test = plainTest(condition, context)
  return condition.negated ? not(test) : test
}
