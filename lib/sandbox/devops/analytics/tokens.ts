import 'server-only'
import { syntaxRefused } from './errors'

export type Token =
  | { readonly kind: 'word' | 'symbol'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly value: string | number; readonly at: number }

const pattern =
  /\s*(?:(?<date>\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?)|(?<guid>[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})|(?<number>-?\d+(?:\.\d+)?)|'(?<string>(?:[^']|'')*)'|(?<word>[a-z_$@][\w$]*)|(?<symbol>[(),:/*;=]))\s*/iy

/** A date without a time may carry a zone (`2026-01-01Z`), which is no date for JavaScript. */
function instantOf(text: string): number {
  const day = text.slice(0, 10)
  return Date.parse(text.includes('T') ? text : `${day}T00:00:00${text.slice(10) || 'Z'}`)
}

function tokenOf({ groups = {}, index }: RegExpExecArray): Token {
  const { date, guid, number, string, word, symbol } = groups
  if (date !== undefined) return { kind: 'literal', value: instantOf(date), at: index }
  if (guid !== undefined) return { kind: 'literal', value: guid.toLowerCase(), at: index }
  if (number !== undefined) return { kind: 'literal', value: Number(number), at: index }
  if (string !== undefined) return { kind: 'literal', value: string.replaceAll("''", "'"), at: index }
  return word === undefined
    ? { kind: 'symbol', text: symbol ?? '', at: index }
    : { kind: 'word', text: word, at: index }
}

/** Deeper nesting than anybody writes would only exhaust the stack. */
const deepest = 60

/** Reads the words of an OData expression one after the other (OData 4.01 URL conventions, section 5.1.1). */
export function createTokens(text: string) {
  const tokens: Token[] = []
  const matcher = new RegExp(pattern)
  while (matcher.lastIndex < text.length) {
    const start = matcher.lastIndex
    const match = matcher.exec(text)
    if (!match) throw syntaxRefused(start, text)
    tokens.push(tokenOf(match))
  }
  let next = 0
  let depth = 0
  const fail = (): never => {
    throw syntaxRefused(tokens[next]?.at ?? text.length, text)
  }
  const isAt = (wanted: string): boolean => {
    const token = tokens[next]
    return token !== undefined && token.kind !== 'literal' && token.text === wanted
  }
  function take(): Token {
    const token = tokens[next] ?? fail()
    next += 1
    return token
  }
  function accept(wanted: string): boolean {
    if (!isAt(wanted)) return false
    next += 1
    return true
  }

  return {
    fail,
    take,
    accept,
    isAt,
    expect: (wanted: string): void => {
      if (!accept(wanted)) fail()
    },
    word(): string {
      const token = take()
      return token.kind === 'word' ? token.text : fail()
    },
    isAtEnd: (): boolean => next === tokens.length,
    expectEnd: (): void => {
      if (next < tokens.length) fail()
    },
    /** Runs a rule that may contain itself. */
    nested<T>(rule: () => T): T {
      depth += 1
      if (depth > deepest) fail()
      const result = rule()
      depth -= 1
      return result
    },
  }
}

export type Tokens = ReturnType<typeof createTokens>
