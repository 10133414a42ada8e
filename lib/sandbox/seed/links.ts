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
  const { rows, firstRow, parent: parents, related: relatives, relating, seed } = population
  const parent = parents[id] ?? 0
  const related = relatives[id] ?? 0
  const links: Link[] = []
  if (parent !== 0) links.push({ rel: parentLink, target: parent })
  for (const child of childrenOf(population, id)) {
    if (rows.instant(firstRow[child] ?? 0) < instant) links.push({ rel: childLink, target: child })
  }
  if (related !== 0) links.push({ rel: relatedLink, target: related })
  for (const other of relating.get(id) ?? []) {
    if (rows.instant(firstRow[other] ?? 0) >= instant) continue
    links.push({ rel: relatedLink, target: other, comment: 'Touches the same code' })
  }
  if (randomOf(seed, id, 'links').chance(0.03)) {
    links.push({ rel: 'Hyperlink', target: `https://chat.contoso.example/t/${id}`, comment: 'Discussion' })
  }
  return links
}
