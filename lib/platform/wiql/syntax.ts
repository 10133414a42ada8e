import type { Tree } from '@lezer/common'
import { WiqlError } from './error'
import { parser } from './generated-parser'

const strict = parser.configure({ strict: true })

/** The tree of a text, or where the first token stands that does not fit. */
function attempt(text: string): Tree | number {
  const parse = strict.startParse(text)
  try {
    for (;;) {
      const tree = parse.advance()
      if (tree) return tree
    }
  } catch (error) {
    if (error instanceof SyntaxError) return parse.parsedPos
    throw error
  }
}

/** Deeper than any person writes, and shallow enough for every stack. */
const deepest = 100

const nesting = /'[^']*(?:'|$)|"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|[()]/g

/** Comes before parsing, because the parser gives up on texts that are nested thousands deep. */
function refuseDeepNesting(text: string): void {
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(nesting)) {
    if (piece === '(') depth += 1
    if (piece === ')') depth -= 1
    if (depth > deepest) {
      throw new WiqlError(`Conditions are nested more than ${deepest} deep.`, text, { start: index, end: index + 1 })
    }
  }
}

/** What is wrong where such a token would have been right; the first that fits is said. */
const expectations: readonly (readonly [token: string, reason: string])[] = [
  ['SELECT', 'Expecting SELECT.'],
  ['FROM', 'TF51006: The query statement is missing a FROM clause.'],
  ['[Name]', 'Expecting field name.'],
  ['WorkItems', 'Expecting WorkItems or WorkItemLinks.'],
  ['=', 'Expecting a comparison operator.'],
  [')', 'Expecting ).'],
  ['EVER', 'Expecting EVER.'],
  ['EMPTY', 'Expecting EMPTY.'],
  ['BY', 'Expecting BY.'],
  ['1', 'Expecting a number.'],
  ["'text'", 'Expecting a string.'],
  ['(', 'Expecting (.'],
  ['MustContain', 'Expecting a mode.'],
  ['ReturnMatchingChildren', 'Expecting ReturnMatchingChildren.'],
]

/** The parser itself is asked which tokens it would have taken behind what it has read. */
function expectedBehind(read: string): string {
  const isTaken = (token: string): boolean => {
    const result = attempt(`${read} ${token}`)
    return typeof result !== 'number' || result > read.length + 1
  }
  const expectation = expectations.find(([token]) => isTaken(token))
  return expectation?.[1] ?? 'Expected end of string.'
}

const token = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\[[^\]]*\]?|[@\p{L}\p{N}_][\p{L}\p{N}_.]*|<>|[<>!]=|.|$/suy

/** Quotes and brackets swallow the rest when nobody closes them, and some characters begin nothing. */
function reasonInside(piece: string): string | undefined {
  const first = piece.charAt(0)
  const isOpen = piece.length === 1 || !piece.endsWith(first)
  if ((first === "'" || first === '"') && isOpen) return 'The string has no closing quotation mark.'
  if (first === '[' && !piece.endsWith(']')) return 'Expecting end of field name.'
  return /^(?:[[\]'"@\p{L}\p{N}_<>=(),.+-]|!=|$)/u.test(piece) ? undefined : 'Unexpected character.'
}

/** Azure DevOps' sentences where they are known (the TF numbers, the end of the string); the others are our own. */
function syntaxError(text: string, refusedAt: number): WiqlError {
  const read = text.slice(0, refusedAt).trimEnd()
  const start = text.length - text.slice(read.length).trimStart().length
  token.lastIndex = start
  const piece = token.exec(text)?.[0] ?? ''
  return new WiqlError(reasonInside(piece) ?? expectedBehind(read), text, { start, end: start + piece.length })
}

/** The syntax tree of a query without any error. @throws WiqlError with the token that does not fit */
export function syntaxTree(text: string): Tree {
  refuseDeepNesting(text)
  const result = attempt(text)
  if (typeof result === 'number') throw syntaxError(text, result)
  return result
}
