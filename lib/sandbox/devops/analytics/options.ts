import 'server-only'
import type { Selection } from './entity'
import { optionRefused } from './errors'
import { type Expression, parseFilter, parseOr, parsePath } from './expression'
import { createTokens, type Tokens } from './tokens'

export interface Aggregation {
  readonly alias: string
  /** Undefined for `$count`. */
  readonly names: readonly string[] | undefined
  readonly method: string
}

/** A step of `$apply` (OData Data Aggregation 4.0, section 3). */
export type Step =
  | { readonly kind: 'filter'; readonly condition: Expression }
  | {
      readonly kind: 'aggregate'
      readonly keys: readonly (readonly string[])[]
      readonly aggregations: readonly Aggregation[]
    }

export interface Order {
  readonly by: Expression
  readonly descending: boolean
}

export interface QueryOptions {
  readonly filter: Expression | undefined
  readonly steps: readonly Step[]
  readonly order: readonly Order[]
  readonly selection: Selection
  readonly top: number | undefined
  readonly skip: number
  /** How many rows earlier pages gave. */
  readonly given: number
  readonly counts: boolean
}

function parseAggregation(tokens: Tokens): Aggregation {
  const names = parsePath(tokens)
  const isCount = names.length === 1 && names[0] === '$count'
  if (!isCount) tokens.expect('with')
  const method = isCount ? 'count' : tokens.word()
  tokens.expect('as')
  return { alias: tokens.word(), names: isCount ? undefined : names, method }
}

function separated<T>(tokens: Tokens, rule: () => T): T[] {
  const list = [rule()]
  while (tokens.accept(',')) list.push(rule())
  return list
}

function inParentheses<T>(tokens: Tokens, rule: () => T): T {
  tokens.expect('(')
  const result = rule()
  tokens.expect(')')
  return result
}

const parseAggregations = (tokens: Tokens): Aggregation[] =>
  inParentheses(tokens, () => separated(tokens, () => parseAggregation(tokens)))

function parseGroupBy(tokens: Tokens): Step {
  const keys = inParentheses(tokens, () => separated(tokens, () => parsePath(tokens)))
  if (!tokens.accept(',')) return { kind: 'aggregate', keys, aggregations: [] }
  tokens.expect('aggregate')
  return { kind: 'aggregate', keys, aggregations: parseAggregations(tokens) }
}

function parseStep(tokens: Tokens): Step {
  const name = tokens.word()
  if (name === 'filter') return { kind: 'filter', condition: inParentheses(tokens, () => parseOr(tokens)) }
  if (name === 'groupby') return inParentheses(tokens, () => parseGroupBy(tokens))
  if (name === 'aggregate') return { kind: 'aggregate', keys: [], aggregations: parseAggregations(tokens) }
  return tokens.fail()
}

function whole<T>(text: string, rule: (tokens: Tokens) => T): T {
  const tokens = createTokens(text)
  const result = rule(tokens)
  tokens.expectEnd()
  return result
}

function parseSteps(tokens: Tokens): Step[] {
  const steps = [parseStep(tokens)]
  while (tokens.accept('/')) steps.push(parseStep(tokens))
  return steps
}

function parseOrder(tokens: Tokens): Order {
  const by = parseOr(tokens)
  const descending = tokens.accept('desc')
  if (!descending) tokens.accept('asc')
  return { by, descending }
}

/** `Name($select=A,B;$expand=Other)`. */
function parseExpanded(tokens: Tokens): Selection['expand'][number] {
  const name = tokens.word()
  let selection: Selection = { properties: undefined, expand: [] }
  if (!tokens.accept('(')) return { name, selection }
  do {
    const option = tokens.word()
    tokens.expect('=')
    if (option === '$select') selection = { ...selection, properties: separated(tokens, () => tokens.word()) }
    else if (option === '$expand') selection = { ...selection, expand: tokens.nested(() => parseExpand(tokens)) }
    else tokens.fail()
  } while (tokens.accept(';'))
  tokens.expect(')')
  return { name, selection }
}

const parseExpand = (tokens: Tokens): Selection['expand'] => separated(tokens, () => parseExpanded(tokens))

function numberOf(query: URLSearchParams, option: string): number | undefined {
  const text = query.get(option)
  if (text === null) return undefined
  if (!/^\d{1,9}$/.test(text)) throw optionRefused(option, text)
  return Number(text)
}

function selectionOf(query: URLSearchParams): Selection {
  const [select, expand] = [query.get('$select'), query.get('$expand')]
  const isAll = select === null || select.trim() === '*'
  return {
    properties: isAll ? undefined : select.split(',').map((name) => name.trim()),
    expand: expand === null ? [] : whole(expand, parseExpand),
  }
}

/** @throws the OData errors for what cannot be read */
export function parseOptions(query: URLSearchParams): QueryOptions {
  const [filter, apply, orderBy] = ['$filter', '$apply', '$orderby'].map((name) => query.get(name))
  return {
    filter: filter ? parseFilter(filter) : undefined,
    steps: apply ? whole(apply, parseSteps) : [],
    order: orderBy ? whole(orderBy, (tokens) => separated(tokens, () => parseOrder(tokens))) : [],
    selection: selectionOf(query),
    top: numberOf(query, '$top'),
    skip: numberOf(query, '$skip') ?? 0,
    given: numberOf(query, '$skiptoken') ?? 0,
    counts: query.get('$count') === 'true',
  }
}
