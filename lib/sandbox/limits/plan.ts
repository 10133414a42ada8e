import 'server-only'
import type { LimitMode } from './mode'

interface Plan {
  /** Throughput units in five minutes before requests are held back. */
  readonly limit: number
  /** Units at which requests are refused. */
  readonly blockedAt: number
  /** Seconds for which a request is held back at most. */
  readonly longestDelay: number
}

/**
 * Of `realistic`, the 200 units and the 30 seconds are documented; when delays turn into refusals is not. `harsh` lets
 * a test see all of it within a few dozen requests.
 */
export const plans: Readonly<Record<Exclude<LimitMode, 'off'>, Plan>> = {
  realistic: { limit: 200, blockedAt: 400, longestDelay: 30 },
  harsh: { limit: 2, blockedAt: 4, longestDelay: 1 },
}

/**
 * Throughput units of a request. Microsoft publishes no prices, only that an ordinary user needs about ten units in
 * five minutes; a query costs more than a read, and a write more than that.
 */
export function priceOf(request: Request): number {
  const { pathname } = new URL(request.url)
  if (/\/_apis\/wit\/wiql/i.test(pathname) || /\/_odata\//i.test(pathname)) return 0.5
  if (/\/workitemsbatch$/i.test(pathname) || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return 0.1
  return 1
}
