import 'server-only'
import { blocked } from './blocked'
import { createBudget } from './budget'
import type { LimitMode } from './mode'
import { plans, priceOf } from './plan'

interface LimitsOptions {
  readonly mode: () => LimitMode
  readonly now: () => Date
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

/** Headers come once this share is used; Microsoft says only that they may come before any delay. */
const warnedFrom = 0.8

/** The name is shown to people and changes without notice, so programs cannot mean anything by it. */
const resource = 'Work Item Tracking/TSTU'

const window = 5 * 60

interface Usage {
  readonly limit: number
  readonly used: number
  readonly now: number
}

function setUsage(headers: Headers, { limit, used, now }: Usage): void {
  headers.set('x-ratelimit-resource', resource)
  headers.set('x-ratelimit-limit', String(limit))
  headers.set('x-ratelimit-remaining', String(Math.max(0, Math.floor(limit - used))))
  headers.set('x-ratelimit-reset', String(Math.ceil(now / 1000) + window))
}

/**
 * Paces the callers of Azure DevOps as Microsoft documents it: within the budget nothing happens, above it answers are
 * held back and say so although they are good, and far above it requests are refused.
 */
export function createLimits({ mode, now, sleep }: LimitsOptions) {
  const budget = createBudget()

  /** @param identify Whose budget it is; asked only where there are limits */
  return async function pace(
    identify: () => Promise<string>,
    request: Request,
    next: () => Promise<Response>,
  ): Promise<Response> {
    const chosen = mode()
    if (chosen === 'off') return await next()
    const { limit, blockedAt, longestDelay } = plans[chosen]
    const identity = await identify()
    const instant = now().getTime()
    const used = budget.used(identity, instant) + priceOf(request)
    const usage = { limit, used, now: instant }
    if (used > blockedAt) {
      const wait = Math.ceil((budget.fallsTo(limit, identity, instant) - instant) / 1000)
      const refused = blocked(request, wait, now())
      setUsage(refused.headers, usage)
      return refused
    }
    budget.spend(identity, priceOf(request), instant)
    const delay = used > limit ? (longestDelay * (used - limit)) / (blockedAt - limit) : 0
    if (delay > 0) await sleep(delay * 1000, request.signal)
    const response = await next()
    if (used > limit * warnedFrom) setUsage(response.headers, usage)
    if (delay > 0) {
      response.headers.set('x-ratelimit-delay', delay.toFixed(3))
      response.headers.set('retry-after', String(Math.ceil(delay)))
    }
    return response
  }
}
