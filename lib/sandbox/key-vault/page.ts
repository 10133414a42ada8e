import 'server-only'
import { refuse } from './errors'

const most = 25

/** @throws 400 */
function sizeIn({ searchParams }: URL): number {
  const size = Number(searchParams.get('maxresults') ?? most)
  if (!(Number.isInteger(size) && size >= 1 && size <= most)) throw refuse.maxResults()
  return size
}

/** One page of a list, and where the next one is. What Azure's own skip tokens hold is nobody's business. */
export function pageOf<Item>(items: readonly Item[], url: URL) {
  const size = sizeIn(url)
  const from = Number(url.searchParams.get('$skiptoken') ?? 0) || 0
  if (items.length <= from + size) return { value: items.slice(from), nextLink: null }
  const next = new URL(url)
  next.searchParams.set('$skiptoken', String(from + size))
  next.searchParams.set('maxresults', String(size))
  return { value: items.slice(from, from + size), nextLink: next.href }
}
