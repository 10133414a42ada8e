import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { wordsBesideSubject } from '../../seed/words'
import { fieldByReferenceName } from '../wit/fields/fields'
import type { Term } from './terms'

/** A text of a work item in which words are searched. */
export interface SearchedText {
  readonly name: keyof typeof wordsBesideSubject
  readonly referenceName: string
  /** How much it counts for the order of the results. */
  readonly weight: number
  /** As it is kept, which is HTML in a description. */
  readonly read: (item: WorkItem) => string
}

function searched(name: SearchedText['name'], referenceName: string, weight: number): SearchedText {
  const field = fieldByReferenceName(referenceName)
  return { name, referenceName, weight, read: (item) => String(field?.read(item) ?? '') }
}

/** Words in a title count most. The service searches all other fields and the discussion too. */
export const searchedTexts: readonly SearchedText[] = [
  searched('title', 'System.Title', 4),
  searched('tags', 'System.Tags', 2),
  searched('description', 'System.Description', 1),
]

const withoutMarkup = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .trim()

const shown = (text: string, { name }: SearchedText): string => (name === 'description' ? withoutMarkup(text) : text)

/** As people read it. */
export const textOf = (item: WorkItem, text: SearchedText): string => shown(text.read(item), text)

export function holds(item: WorkItem, text: SearchedText, { hint, pattern }: Term): boolean {
  const kept = text.read(item)
  return kept.toLowerCase().includes(hint) && pattern.test(shown(kept, text))
}
