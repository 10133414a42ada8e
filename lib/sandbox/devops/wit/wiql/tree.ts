import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { LinkRow, LinkSearch } from './links'

type Links = ReturnType<LinkSearch['linksOf']>

/** The links below each item that belong into the tree, worked out once. */
function keptLinks({ linksOf, isTarget }: LinkSearch, keepsParents: boolean): (item: WorkItem) => Links {
  const known = new Map<number, Links>()

  function keptBelow(item: WorkItem): Links {
    const before = known.get(item.id)
    if (before) return before
    // Stands for "nothing" while the links below are looked at, so that a circle ends.
    known.set(item.id, [])
    const links = linksOf(item).filter(
      ({ target }) => isTarget(target) || (keepsParents && keptBelow(target).length > 0),
    )
    known.set(item.id, links)
    return links
  }

  return keptBelow
}

/** Everything that stands below some other source, and so is no root. */
function reachedFrom(sources: readonly WorkItem[], below: (item: WorkItem) => Links): ReadonlySet<number> {
  const reached = new Set<number>()
  const open = [...sources]
  for (let item = open.pop(); item; item = open.pop()) {
    for (const { target } of below(item)) {
      if (!reached.has(target.id)) open.push(target)
      reached.add(target.id)
    }
  }
  return reached
}

/** Depth first; `path` are the items above, so that a circle ends. */
function* branch(item: WorkItem, below: (item: WorkItem) => Links, path: ReadonlySet<number>): Iterable<LinkRow> {
  const here = new Set(path).add(item.id)
  for (const { rel, target } of below(item)) {
    if (here.has(target.id)) continue
    yield { rel, source: item.id, target: target.id }
    yield* branch(target, below, here)
  }
}

/**
 * Sources with what lies below them and matches as target, each item only under its parent. `Recursive` begins at the
 * top: what lies below an item that does not match is not looked at. With `ReturnMatchingChildren` it begins at the
 * bottom: items that match keep the items above them, and sources with nothing below that matches are left out unless
 * they match themselves.
 */
export function* tree(search: LinkSearch, keepsParents: boolean): Iterable<LinkRow> {
  const below = keptLinks(search, keepsParents)
  const sources = search.sources()
  const reached = reachedFrom(sources, below)
  for (const root of sources) {
    const isWanted = !keepsParents || search.isTarget(root) || below(root).length > 0
    if (!isWanted || reached.has(root.id)) continue
    yield { target: root.id }
    yield* branch(root, below, new Set())
  }
}
