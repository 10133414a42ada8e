import 'server-only'
import { argumentRefused } from '../../protocol/errors'

/** What a comment is shown with, besides what it always has. */
export interface Expansion {
  readonly hasText: boolean
  readonly hasRenderedText: boolean
  readonly hasReactions: boolean
}

/** By the numbers that Microsoft's clients send. */
const names: Readonly<Record<string, string>> = {
  '0': 'none',
  '1': 'reactions',
  '8': 'renderedtext',
  '16': 'renderedtextonly',
  '-17': 'all',
}

const expansions: Readonly<Record<string, Expansion>> = {
  none: { hasText: true, hasRenderedText: false, hasReactions: false },
  reactions: { hasText: true, hasRenderedText: false, hasReactions: true },
  renderedtext: { hasText: true, hasRenderedText: true, hasReactions: false },
  renderedtextonly: { hasText: false, hasRenderedText: true, hasReactions: false },
  all: { hasText: true, hasRenderedText: true, hasReactions: true },
}

export function expansionIn(query: URLSearchParams): Expansion {
  const text = (query.get('$expand') ?? 'none').toLowerCase()
  const expansion = expansions[names[text] ?? text]
  if (!expansion) throw argumentRefused(`The value '${text}' is not valid for $expand.`)
  return expansion
}
