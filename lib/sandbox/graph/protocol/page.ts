import 'server-only'
import { refuse } from './errors'

const most = 999
const usual = 100

/** @throws 400 */
function numberIn(url: URL, name: string, fallback: number, least: number): number {
  const text = url.searchParams.get(name)
  if (text === null) return fallback
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least)) throw refuse.pageSize()
  return number
}

/**
 * One page of a collection, as `$top` makes it, and the address of the next one if there is more. What Microsoft's
 * skip tokens hold is nobody's business; ours hold where to go on.
 * @throws 400
 */
export function pageOf<Item>(items: readonly Item[], url: URL) {
  const size = numberIn(url, '$top', usual, 1)
  if (size > most) throw refuse.pageSize()
  const from = numberIn(url, '$skiptoken', 0, 0)
  const rest = items.length - from - size
  if (rest <= 0) return { items: items.slice(from) }
  const next = new URL(url)
  next.searchParams.set('$skiptoken', String(from + size))
  return { items: items.slice(from, from + size), nextLink: next.href }
}
