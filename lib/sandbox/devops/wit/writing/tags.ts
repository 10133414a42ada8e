import 'server-only'

const split = (tags: string): string[] =>
  tags
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')

/** Tags as the field holds them, each once whatever its case: the spelling that was there first stays. */
function joined(tags: readonly string[]): string {
  const byName = new Map<string, string>()
  for (const tag of tags) if (!byName.has(tag.toLowerCase())) byName.set(tag.toLowerCase(), tag)
  return [...byName.values()].join('; ')
}

/** `replace` overwrites the tags. */
export const replacedTags = (tags: string): string => joined(split(tags))

/** `add` on the tags adds to them, where on any other field it sets. */
export const mergedTags = (before: string, added: string): string => joined([...split(before), ...split(added)])
