import 'server-only'
import type { Link, WorkItem } from '../../../seed/model'

export interface LinkChanges {
  readonly added: readonly Link[]
  readonly removed: readonly Link[]
  /** Links whose comment is another one. */
  readonly updated: readonly Link[]
}

/** There is at most one link of a kind between two ends. */
const keyOf = ({ rel, target }: Link): string => `${rel} ${target}`

/** How a step in an item's history changed its links. */
export function linkChanges(before: WorkItem | undefined, after: WorkItem): LinkChanges {
  if (before?.links === after.links) return { added: [], removed: [], updated: [] }
  const old = new Map(before?.links.map((link) => [keyOf(link), link]))
  const kept = new Set(after.links.map(keyOf))
  return {
    added: after.links.filter((link) => !old.has(keyOf(link))),
    removed: [...old].filter(([key]) => !kept.has(key)).map(([, link]) => link),
    updated: after.links.filter((link) => {
      const former = old.get(keyOf(link))
      return former !== undefined && former.comment !== link.comment
    }),
  }
}
