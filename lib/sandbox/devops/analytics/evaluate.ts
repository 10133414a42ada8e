import 'server-only'
import { functionUnknown, propertyUnknown } from './errors'
import type { Arithmetic, Comparison, Expression, Value } from './expression'

export type Reader<Row> = (row: Row) => Value

/** What names in an expression stand for. */
export interface Scope<Row> {
  readonly typeName: string
  readonly read: (names: readonly string[]) => Reader<Row> | undefined
  /** A test on the entities at the end of a collection; nothing, if there is no such collection. */
  readonly some: (
    names: readonly string[],
    variable: string,
    condition: Expression | undefined,
  ) => ((row: Row) => boolean) | undefined
}

const day = 86_400_000

/** Text is compared without regard to case, as the database behind Analytics does. */
const key = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value)

/** Nothing is greater or less than null (OData 4.01 protocol, section 11.2.6.1.1). */
const compare: Readonly<Record<Comparison, (left: Value, right: Value) => boolean>> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
}

const compute: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  add: (left, right) => left + right,
  sub: (left, right) => left - right,
  mul: (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
}

const text = (value: Value | undefined): string => String(value ?? '').toLowerCase()
const date = (value: Value | undefined): Date => new Date(Number(value))

/** The functions that Power BI and the documentation's samples use. Each gets values none of which is null. */
const functions: Readonly<Record<string, (...operands: Value[]) => Value>> = {
  contains: (whole, part) => text(whole).includes(text(part)),
  startswith: (whole, part) => text(whole).startsWith(text(part)),
  endswith: (whole, part) => text(whole).endsWith(text(part)),
  tolower: (value) => text(value),
  toupper: (value) => String(value).toUpperCase(),
  trim: (value) => String(value).trim(),
  length: (value) => String(value).length,
  concat: (left, right) => `${left}${right}`,
  year: (value) => date(value).getUTCFullYear(),
  month: (value) => date(value).getUTCMonth() + 1,
  day: (value) => date(value).getUTCDate(),
  hour: (value) => date(value).getUTCHours(),
  date: (value) => Math.floor(Number(value) / day) * day,
}

function compileCall<Row>(name: string, operands: readonly Reader<Row>[]): Reader<Row> {
  const run = functions[name.toLowerCase()]
  if (!run) throw functionUnknown(name)
  return (row) => {
    const values = operands.map((operand) => operand(row))
    return values.includes(null) ? null : run(...values)
  }
}

const isTrue = (value: Value): boolean => value === true

/** Turns an expression into a function of a row. @throws the OData errors for unknown properties and functions */
export function compile<Row>(expression: Expression, scope: Scope<Row>): Reader<Row> {
  const sub = (part: Expression) => compile(part, scope)
  switch (expression.kind) {
    case 'literal':
      return () => expression.value
    case 'path': {
      const reader = scope.read(expression.names)
      if (!reader) throw propertyUnknown(expression.names.join('/'), scope.typeName)
      return reader
    }
    case 'call':
      return compileCall(expression.name, expression.operands.map(sub))
    case 'logic': {
      const operands = expression.operands.map(sub)
      const isAnd = expression.operator === 'and'
      return (row) => (isAnd ? operands.every((one) => isTrue(one(row))) : operands.some((one) => isTrue(one(row))))
    }
    case 'not': {
      const operand = sub(expression.operand)
      return (row) => !isTrue(operand(row))
    }
    case 'compare': {
      const [left, right, test] = [sub(expression.left), sub(expression.right), compare[expression.operator]]
      return (row) => test(key(left(row)), key(right(row)))
    }
    case 'compute': {
      const [left, right, run] = [sub(expression.left), sub(expression.right), compute[expression.operator]]
      return (row) => run(Number(left(row)), Number(right(row)))
    }
    case 'in': {
      const [operand, values] = [sub(expression.operand), expression.values.map(sub)]
      return (row) => values.some((value) => key(value(row)) === key(operand(row)))
    }
    case 'any': {
      const test = scope.some(expression.names, expression.variable, expression.condition)
      if (!test) throw propertyUnknown(expression.names.join('/'), scope.typeName)
      return test
    }
  }
}
