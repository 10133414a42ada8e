import 'server-only'
import { refuse } from './errors'

const window = 5 * 60 * 1000

/**
 * Counts how often the same token is asked for, as a client does that keeps none.
 * @param most requests in five minutes; Infinity for no limit
 */
export function createLoopGuard(most: number) {
  const asked = new Map<string, number[]>()

  /** @throws 50196 */
  return function requireNoLoop(token: string, now: Date): void {
    if (most === Number.POSITIVE_INFINITY) return
    const instant = now.getTime()
    const recent = (asked.get(token) ?? []).filter((at) => at > instant - window)
    asked.set(token, [...recent, instant])
    if (recent.length >= most) throw refuse.requestLoop()
  }
}
