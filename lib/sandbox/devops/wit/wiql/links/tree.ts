import 'server-only'
import type { WorkItem } from '../../../../seed/model'
import type { Test } from '../conditions/sets'
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
 * Everything above an item, as far up as the tree goes: where it begins at the top, an item that does not match as
 * target stands below nothing.
 */
function* above(item: WorkItem, { isTarget, originsOf }: LinkSearch, keepsParents: boolean): Iterable<WorkItem> {
  const seen = new Set([item.id])
  const open = [item]
  for (let next = open.pop(); next; next = open.pop()) {
    const parents = keepsParents || isTarget(next) ? originsOf(next) : []
    for (const parent of parents.filter(({ id }) => !seen.has(id))) {
      seen.add(parent.id)
      open.push(parent)
      yield parent
    }
  }
}

/** The items with which a tree that begins at the bottom may end at the top: matches, and sources above matches. */
function topsOf(search: LinkSearch): Test {
  const tops = new Set<number>()
  for (const match of search.itemsWhere(search.isTarget)) {
    tops.add(match.id)
    for (const item of above(match, search, true)) if (search.isSource(item)) tops.add(item.id)
  }
  return ({ id }) => tops.has(id)
}

/**
 * Items with what lies below them, each only under its parent. `Recursive` begins at the top: with all sources, and
 * below them whatever matches as target. With `ReturnMatchingChildren` it begins at the bottom: with all that match as
 * target, whether anything above them does or not; above them stand the items up to the topmost source (“Determines
 * whether a tree query matches parents or children first”, QueryRecursionOption).
 */
export function* tree(search: LinkSearch, keepsParents: boolean): Iterable<LinkRow> {
  const below = keptLinks(search, keepsParents)
  const isTop = keepsParents ? topsOf(search) : search.isSource
  for (const root of search.itemsWhere(isTop)) {
    if ([...above(root, search, keepsParents)].some(isTop)) continue
    yield { target: root.id }
    yield* branch(root, below, new Set())
  }
}
