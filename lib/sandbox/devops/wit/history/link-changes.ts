import 'server-only'
import type { Link } from '../../../seed/model'

export interface LinkChanges {
  readonly added: readonly Link[]
  readonly removed: readonly Link[]
  /** Links whose comment is another one. */
  readonly updated: readonly Link[]
}

/** There is at most one link of a kind between two ends. */
const keyOf = ({ rel, target }: Link): string => `${rel} ${target}`

/** How the links that an item has after a step in its history differ from those before it. */
export function linkChanges(before: readonly Link[], after: readonly Link[]): LinkChanges {
  if (before === after) return { added: [], removed: [], updated: [] }
  const old = new Map(before.map((link) => [keyOf(link), link]))
  const kept = new Set(after.map(keyOf))
  return {
    added: after.filter((link) => !old.has(keyOf(link))),
    removed: [...old].filter(([key]) => !kept.has(key)).map(([, link]) => link),
    updated: after.filter((link) => {
      const former = old.get(keyOf(link))
      return former !== undefined && former.comment !== link.comment
    }),
  }
}
