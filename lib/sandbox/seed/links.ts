import 'server-only'
import type { Link } from './model'
import type { Population } from './population'
import { randomOf } from './random'

function childrenOf({ youngestChild, olderSibling }: Population, id: number): number[] {
  const children: number[] = []
  for (let child = youngestChild[id] ?? 0; child !== 0; child = olderSibling[child] ?? 0) children.push(child)
  return children.reverse()
}

/** The links to other items and to pages, as far as they were there before that instant. */
export function linksBefore(instant: number, population: Population, id: number): Link[] {
  const { rows, firstRow, parent, related, relating, seed } = population
  const existed = (other: number): boolean => rows.instant(firstRow[other] ?? 0) < instant
  const linkTo = (rel: string, comment?: string) => (target: number) => ({ rel, target, ...(comment && { comment }) })
  const older = (other: number | undefined): number[] => (other ? [other] : [])
  const hasPage = randomOf(seed, id, 'links').chance(0.03)
  return [
    ...older(parent[id]).map(linkTo('System.LinkTypes.Hierarchy-Reverse')),
    ...childrenOf(population, id).filter(existed).map(linkTo('System.LinkTypes.Hierarchy-Forward')),
    ...older(related[id]).map(linkTo('System.LinkTypes.Related')),
    ...(relating.get(id) ?? []).filter(existed).map(linkTo('System.LinkTypes.Related', 'Touches the same code')),
    ...(hasPage ? [{ rel: 'Hyperlink', target: `https://chat.contoso.example/t/${id}`, comment: 'Discussion' }] : []),
  ]
}
