import 'server-only'
import type { WorkItem } from '../../../../seed/model'
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

/** Whether an item is told below some source, and so is no root. Looks upwards, which is never far. */
function hasRoot(item: WorkItem, search: LinkSearch, below: (item: WorkItem) => Links): boolean {
  const seen = new Set<number>()
  const open = [item]
  for (let next = open.pop(); next; next = open.pop()) {
    const { id } = next
    const parents = search.originsOf(next).filter((parent) => below(parent).some(({ target }) => target.id === id))
    if (parents.some(search.isSource)) return true
    open.push(...parents.filter((parent) => !seen.has(parent.id)))
    for (const parent of parents) seen.add(parent.id)
  }
  return false
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
  for (const root of search.sources()) {
    const isWanted = !keepsParents || search.isTarget(root) || below(root).length > 0
    if (!isWanted || hasRoot(root, search, below)) continue
    yield { target: root.id }
    yield* branch(root, below, new Set())
  }
}
