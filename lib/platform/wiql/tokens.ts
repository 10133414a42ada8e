import { type Span, WiqlError } from './error'

type TokenKind = 'word' | 'field' | 'string' | 'number' | 'macro' | 'symbol' | 'end'

export interface Token {
  readonly kind: TokenKind
  /** Without brackets, quotes or @; a symbol as it stands. */
  readonly value: string
  readonly span: Span
}

interface Rule {
  readonly kind: TokenKind
  readonly pattern: RegExp
  readonly value: (match: string) => string
}

const asItStands = (match: string): string => match
const unquote = (match: string): string => {
  const quote = match.charAt(0)
  return match.slice(1, -1).replaceAll(quote + quote, quote)
}

/** Tried in this order. A bare name may hold dots, as in System.Id, but does not end with one. */
const rules: readonly Rule[] = [
  { kind: 'field', pattern: /\[[^\]]*\]/y, value: (match) => match.slice(1, -1).trim() },
  { kind: 'string', pattern: /'[^']*(?:''[^']*)*'|"[^"]*(?:""[^"]*)*"/y, value: unquote },
  { kind: 'number', pattern: /\d+(?:\.\d+)?(?![\w.])/y, value: asItStands },
  { kind: 'macro', pattern: /@\w+/y, value: (match) => match.slice(1) },
  { kind: 'word', pattern: /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/uy, value: asItStands },
  { kind: 'symbol', pattern: /<>|<=|>=|!=|[=<>(),.+-]/y, value: asItStands },
]

const blank = /\s*/y

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Quotes and brackets swallow the rest when nobody closes them, so the message says which one it is. */
function refuse(text: string, start: number): never {
  const opening = text.charAt(start)
  if (opening === "'" || opening === '"') {
    throw new WiqlError('The string has no closing quotation mark.', text, { start, end: text.length })
  }
  if (opening === '[') throw new WiqlError('Expecting end of field name.', text, { start, end: text.length })
  throw new WiqlError('Unexpected character.', text, { start, end: start + 1 })
}

function tokenAt(text: string, start: number): Token {
  for (const { kind, pattern, value } of rules) {
    const end = endOf(pattern, text, start)
    if (end !== undefined) return { kind, value: value(text.slice(start, end)), span: { start, end } }
  }
  return refuse(text, start)
}

/**
 * Cuts a query into tokens; the last one is of kind `end` and empty.
 * @throws WiqlError at a character that no token begins with
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let position = endOf(blank, text, 0) ?? 0
  while (position < text.length) {
    const token = tokenAt(text, position)
    tokens.push(token)
    position = endOf(blank, text, token.span.end) ?? text.length
  }
  return [...tokens, { kind: 'end', value: '', span: { start: text.length, end: text.length } }]
}
