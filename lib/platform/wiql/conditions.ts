import type { ComparisonOperator, Condition, Expression, FieldReference, Junction } from './ast'
import type { Cursor } from './cursor'
import { parseField, parseList, parseValue } from './values'

/** Deeper than any person writes, and shallow enough for every stack. */
const deepest = 100

const symbols: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
}

function parseOperator(cursor: Cursor): ComparisonOperator {
  const symbol = symbols[cursor.peek().value]
  if (cursor.peek().kind === 'symbol' && symbol) {
    cursor.take()
    return symbol
  }
  if (cursor.accept('CONTAINS')) return cursor.accept('WORDS') ? 'contains words' : 'contains'
  if (cursor.accept('UNDER')) return 'under'
  return cursor.fail('Expecting a comparison operator.')
}

/** The tail of a condition behind its field. */
interface Start {
  readonly field: FieldReference
  readonly negated: boolean
  readonly ever: boolean
}

/** `IN GROUP 'x'` and `IN GROUP ('x')` mean the same. */
function parseGroup(cursor: Cursor, start: Start): Condition {
  const inParentheses = cursor.accept('(')
  const value = parseValue(cursor)
  if (inParentheses) cursor.expect(')')
  return { kind: 'comparison', ...start, operator: 'in group', value, span: cursor.since(start.field) }
}

function parseMembership(cursor: Cursor, start: Start): Condition {
  if (cursor.accept('GROUP')) return parseGroup(cursor, start)
  cursor.expect('(')
  const values = parseList(cursor, parseValue)
  cursor.expect(')')
  return { kind: 'in', ...start, values, span: cursor.since(start.field) }
}

function parseEmptiness(cursor: Cursor, field: FieldReference): Condition {
  const negated = cursor.accept('NOT')
  if (!cursor.accept('EMPTY')) cursor.fail('Expecting EMPTY.')
  return { kind: 'empty', field, negated, span: cursor.since(field) }
}

function parseCondition(cursor: Cursor): Condition {
  const everBefore = cursor.accept('EVER')
  const field = parseField(cursor)
  if (cursor.accept('IS')) return parseEmptiness(cursor, field)
  const everBehind = cursor.accept('EVER')
  const wasEver = !everBehind && cursor.accept('WAS', 'EVER')
  const negated = cursor.accept('NOT')
  const start = { field, negated, ever: everBefore || everBehind || wasEver }
  if (cursor.accept('IN')) return parseMembership(cursor, start)
  const isPlainValue = wasEver && cursor.peek().kind !== 'symbol'
  const operator = isPlainValue ? '=' : parseOperator(cursor)
  const value = parseValue(cursor)
  return { kind: 'comparison', ...start, operator, value, span: cursor.since(field) }
}

function parsePrimary(cursor: Cursor, depth: number): Expression {
  if (!cursor.at('(')) return parseCondition(cursor)
  if (depth >= deepest) cursor.fail(`Conditions are nested more than ${deepest} deep.`)
  cursor.expect('(')
  const inner = parseExpression(cursor, depth + 1)
  cursor.expect(')')
  return inner
}

function parseNegation(cursor: Cursor, depth: number): Expression {
  const first = cursor.peek()
  if (!cursor.accept('NOT')) return parsePrimary(cursor, depth)
  const operand = parsePrimary(cursor, depth)
  return { kind: 'not', operand, span: cursor.since(first) }
}

/** Operands with that word between them; one alone is itself. */
function parseJunction(cursor: Cursor, kind: Junction['kind'], parseOperand: () => Expression): Expression {
  const first = cursor.peek()
  const operands = [parseOperand()]
  while (cursor.accept(kind.toUpperCase())) operands.push(parseOperand())
  const [only] = operands
  return operands.length === 1 && only ? only : { kind, operands, span: cursor.since(first) }
}

/** AND binds tighter than OR. @throws WiqlError */
export function parseExpression(cursor: Cursor, depth = 0): Expression {
  const parseAnd = (): Expression => parseJunction(cursor, 'and', () => parseNegation(cursor, depth))
  return parseJunction(cursor, 'or', parseAnd)
}
