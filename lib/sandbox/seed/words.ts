import 'server-only'
import { descriptionPhrases } from './texts'
import { titlePhrases } from './titles'
import { fieldService, storefront, workplace } from './vocabulary'

const vocabularies = [storefront, fieldService, workplace]

/** Words of letters and digits, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * Which words the texts of any seeded item may hold whatever its subject is. A word that is not among them is in a text
 * only if it is in the subject, which costs much less to look at than the text costs to write.
 */
export const wordsBesideSubject: Readonly<Record<'title' | 'tags' | 'description', ReadonlySet<string>>> = {
  title: new Set(
    [
      ...titlePhrases,
      ...vocabularies.flatMap(({ roles, circumstances, goals }) => [...roles, ...circumstances, ...goals]),
    ].flatMap(wordsOf),
  ),
  tags: new Set(vocabularies.flatMap(({ tags }) => tags).flatMap(wordsOf)),
  description: new Set(descriptionPhrases.flatMap(wordsOf)),
}
