import 'server-only'
import { createTokens, type Tokens } from './tokens'

/** Dates are milliseconds since 1970, so that they compare as numbers. */
export type Value = string | number | boolean | null

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]
const sums = ['add', 'sub'] as const
const products = ['mul', 'div', 'mod'] as const
export type Arithmetic = (typeof sums)[number] | (typeof products)[number]

export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'path'; readonly names: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compute'; readonly operator: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly operand: Expression; readonly values: readonly Expression[] }
  /** `Tags/any(t:t/TagName eq 'x')`; without a condition it asks whether there is one at all. */
  | {
      readonly kind: 'any'
      readonly names: readonly string[]
      readonly variable: string
      readonly condition?: Expression
    }

const words: Readonly<Record<string, Value>> = { null: null, true: true, false: false }

export function parsePath(tokens: Tokens): string[] {
  const names = [tokens.word()]
  while (tokens.accept('/')) names.push(tokens.word())
  return names
}

function listOf<T>(tokens: Tokens, rule: () => T): T[] {
  const list: T[] = []
  tokens.expect('(')
  while (!tokens.accept(')')) {
    list.push(rule())
    if (!tokens.isAt(')')) tokens.expect(',')
  }
  return list
}

function parseAny(tokens: Tokens, names: readonly string[]): Expression {
  tokens.expect('(')
  if (tokens.accept(')')) return { kind: 'any', names, variable: '' }
  const variable = tokens.word()
  tokens.expect(':')
  const condition = parseOr(tokens)
  tokens.expect(')')
  return { kind: 'any', names, variable, condition }
}

function parsePrimary(tokens: Tokens): Expression {
  if (tokens.accept('(')) {
    const inner = parseOr(tokens)
    tokens.expect(')')
    return inner
  }
  const token = tokens.take()
  if (token.kind === 'literal') return { kind: 'literal', value: token.value }
  if (token.kind === 'symbol') return tokens.fail()
  const constant = words[token.text]
  if (constant !== undefined) return { kind: 'literal', value: constant }
  const names = [token.text]
  while (tokens.accept('/')) names.push(tokens.word())
  if (!tokens.isAt('(')) return { kind: 'path', names }
  if (names.length > 1 && names.at(-1) === 'any') return parseAny(tokens, names.slice(0, -1))
  return { kind: 'call', name: names.join('/'), operands: listOf(tokens, () => parseOr(tokens)) }
}

function parseBinary(tokens: Tokens, operators: readonly Arithmetic[], operand: () => Expression): Expression {
  let left = operand()
  for (;;) {
    const operator = operators.find((word) => tokens.accept(word))
    if (!operator) return left
    left = { kind: 'compute', operator, left, right: operand() }
  }
}

const parseSum = (tokens: Tokens): Expression =>
  parseBinary(tokens, sums, () => parseBinary(tokens, products, () => parsePrimary(tokens)))

function parseComparison(tokens: Tokens): Expression {
  const left = parseSum(tokens)
  if (tokens.accept('in')) return { kind: 'in', operand: left, values: listOf(tokens, () => parsePrimary(tokens)) }
  const operator = comparisons.find((word) => tokens.accept(word))
  return operator ? { kind: 'compare', operator, left, right: parseSum(tokens) } : left
}

const parseNot = (tokens: Tokens): Expression =>
  tokens.accept('not')
    ? { kind: 'not', operand: tokens.nested(() => parseNot(tokens)) }
    : tokens.nested(() => parseComparison(tokens))

function parseChain(tokens: Tokens, operator: 'and' | 'or', operand: () => Expression): Expression {
  const first = operand()
  const operands = [first]
  while (tokens.accept(operator)) operands.push(operand())
  return operands.length === 1 ? first : { kind: 'logic', operator, operands }
}

/** A condition as `$filter` holds it, up to where it ends (OData 4.01 URL conventions, section 5.1.1). */
export const parseOr = (tokens: Tokens): Expression =>
  parseChain(tokens, 'or', () => parseChain(tokens, 'and', () => parseNot(tokens)))

export function parseFilter(text: string): Expression {
  const tokens = createTokens(text)
  const expression = parseOr(tokens)
  tokens.expectEnd()
  return expression
}
