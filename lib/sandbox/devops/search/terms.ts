import 'server-only'
import { argumentRefused, notEmulated } from '../protocol/errors'

/** A word or, between quotation marks, several that follow each other. */
export interface Term {
  /** The words alone, each to be held against a whole word. */
  readonly words: readonly RegExp[]
  /** To be found in a text. */
  readonly pattern: RegExp
  /** What a text in lower case has in it if it holds the term, which is much quicker to see. */
  readonly hint: string
}

/** What has to be found for an item to be found, and what must not be. */
export interface Alternative {
  readonly wanted: readonly Term[]
  readonly unwanted: readonly Term[]
}

const letter = String.raw`[\p{L}\p{N}_]`

/** `*` stands for any letters and digits, `?` for one. */
const sourceOf = (word: string): string => word.replaceAll('*', `${letter}*`).replaceAll('?', letter)

const longest = (texts: readonly string[]): string =>
  texts.reduce((one, other) => (other.length > one.length ? other : one), '')

function termOf(text: string): Term[] {
  const words = text.match(/[\p{L}\p{N}_*?]+/gu)?.map(sourceOf) ?? []
  if (words.length === 0) return []
  const phrase = words.join(`[^${letter.slice(1, -1)}]+`)
  return [
    {
      words: words.map((word) => new RegExp(`^${word}$`, 'iu')),
      pattern: new RegExp(`(?<!${letter})${phrase}(?!${letter})`, 'iu'),
      hint: longest(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []),
    },
  ]
}

const token = /"(?:\\"|[^"])*"|\S+/g

/** Whatever else the search box of the portal understands. */
const special = /^(?:NEAR|BEFORE|AFTER)$|[()]|^\w+:/

function alternativeOf(tokens: readonly string[]): Alternative {
  const wanted: Term[] = []
  const unwanted: Term[] = []
  tokens.forEach((text, at) => {
    const isOperator = text === 'AND' || text === 'NOT'
    if (!isOperator) (tokens[at - 1] === 'NOT' ? unwanted : wanted).push(...termOf(text))
  })
  return { wanted, unwanted }
}

/**
 * Reads words and phrases, all of which are wanted, unless `OR` or `NOT` says otherwise.
 * @throws 400 for a text without a word; 501 for parentheses, `field:word`, and words that are near each other
 */
export function parseSearch(text: string): readonly Alternative[] {
  const tokens = text.match(token) ?? []
  if (tokens.some((one) => !one.startsWith('"') && special.test(one))) throw notEmulated('this syntax of searches')
  const groups: string[][] = [[]]
  for (const one of tokens) {
    if (one === 'OR') groups.push([])
    else groups.at(-1)?.push(one)
  }
  const alternatives = groups.map(alternativeOf).filter(({ wanted }) => wanted.length > 0)
  if (alternatives.length === 0) throw argumentRefused('The searchText has no word to search for.')
  return alternatives
}
