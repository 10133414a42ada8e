import 'server-only'
import type { Link } from './model'
import type { Population } from './population'
import { randomOf } from './random'

const parentLink = 'System.LinkTypes.Hierarchy-Reverse'
const childLink = 'System.LinkTypes.Hierarchy-Forward'
const relatedLink = 'System.LinkTypes.Related'

function childrenOf({ youngestChild, olderSibling }: Population, id: number): number[] {
  const children: number[] = []
  for (let child = youngestChild[id] ?? 0; child !== 0; child = olderSibling[child] ?? 0) children.push(child)
  return children.reverse()
}

/** The links to other items and to pages, as far as they were there before that instant. */
export function linksBefore(instant: number, population: Population, id: number): readonly Link[] {
  const { rows, firstRow, parent, related, relating, seed } = population
  const links: Link[] = []

  function add(rel: string, targets: readonly number[], comment?: string): void {
    for (const target of targets) {
      const existed = target !== 0 && rows.instant(firstRow[target] ?? 0) < instant
      if (existed) links.push(comment === undefined ? { rel, target } : { rel, target, comment })
    }
  }

  add(parentLink, [parent[id] ?? 0])
  add(childLink, childrenOf(population, id))
  add(relatedLink, [related[id] ?? 0])
  add(relatedLink, relating.get(id) ?? [], 'Touches the same code')
  if (randomOf(seed, id, 'links').chance(0.03)) {
    links.push({ rel: 'Hyperlink', target: `https://chat.contoso.example/t/${id}`, comment: 'Discussion' })
  }
  return links
}
