import 'server-only'
import { tagNames } from '../../store/tags'

/** Tags as the field holds them, each once whatever its case: the spelling that was there first stays. */
function joined(tags: readonly string[]): string {
  const byName = new Map<string, string>()
  for (const tag of tags) if (!byName.has(tag.toLowerCase())) byName.set(tag.toLowerCase(), tag)
  return [...byName.values()].join('; ')
}

/** `replace` overwrites the tags. */
export const replacedTags = (tags: string): string => joined(tagNames(tags))

/** `add` on the tags adds to them, where on any other field it sets. */
export const mergedTags = (before: string, added: string): string => joined([...tagNames(before), ...tagNames(added)])
