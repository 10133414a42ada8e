import { type Span, WiqlError } from './error'
import { type Token, tokenize } from './tokens'

/** Reads the tokens of a query from the first to the last. */
export interface Cursor {
  peek(): Token
  /** Whether the next tokens are these words or symbols, whatever their case. */
  at(...words: readonly string[]): boolean
  /** Steps over these words or symbols, if they are next. */
  accept(...words: readonly string[]): boolean
  /** @throws WiqlError if the next token is not this symbol */
  expect(symbol: string): void
  take(): Token
  /** @throws WiqlError always */
  fail(reason: string, span?: Span): never
  /** From the beginning of that piece to the end of the token taken last. */
  since(first: { readonly span: Span }): Span
}

/** @throws WiqlError if the text cannot be cut into tokens */
export function createCursor(text: string): Cursor {
  const tokens = tokenize(text)
  const end: Token = { kind: 'end', value: '', span: { start: text.length, end: text.length } }
  let position = 0

  const peek = (ahead = 0): Token => tokens[position + ahead] ?? end

  function isNext(word: string, ahead: number): boolean {
    const { kind, value } = peek(ahead)
    return (kind === 'word' || kind === 'symbol') && value.toUpperCase() === word
  }

  const at = (...words: readonly string[]): boolean => words.every(isNext)

  function accept(...words: readonly string[]): boolean {
    const found = at(...words)
    if (found) position += words.length
    return found
  }

  function take(): Token {
    const token = peek()
    position += 1
    return token
  }

  function fail(reason: string, span = peek().span): never {
    throw new WiqlError(reason, text, span)
  }

  return {
    peek,
    at,
    accept,
    take,
    fail,
    expect(symbol) {
      if (!accept(symbol)) fail(`Expecting ${symbol}.`)
    },
    since: ({ span }) => ({ start: span.start, end: peek(-1).span.end }),
  }
}
