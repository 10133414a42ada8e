/** When a failed request is worth another try, and how long the server wants to be left alone. Client-safe. */
import { retryAfterOf, withJitter } from '#lib/platform/http/schema'
import type { RetryPolicy } from '../schema'

interface Failed {
  /** Absent where there was no answer at all. */
  readonly status?: number | undefined
  /** Seconds, where the answer had a `Retry-After`. */
  readonly retryAfter?: number | undefined
  readonly random: () => number
}

/** Nobody is kept waiting longer in one go; after it, it is better to ask once more than to trust what was said so long ago. */
export const longestPauseSeconds = 5 * 60

const firstWaitSeconds = 1

/**
 * No answer counts as retryable in both modes: it is the most passing of all failures, and no list can name it.
 * `RetryAny` leaves out those errors that say no for good (4xx but 408 and 429): asking again changes nothing.
 */
function isRetryable({ retryMode, retryStatusCodeList }: RetryPolicy, status: number | undefined): boolean {
  if (retryMode === 'None') return false
  if (status === undefined) return true
  if (retryMode === 'RetryWhenStatusCodeMatch') return retryStatusCodeList.includes(status)
  return status === 408 || status === 429 || status >= 500
}

/**
 * Seconds to wait before the next try, or undefined when the policy of the connection ends here. What the server asks
 * for by `Retry-After` wins over the computed wait of 1 s, which doubles with `retryMultiplyWaitTime`. When it asks for
 * more than five minutes nobody is kept waiting: the error says when to come back.
 * @param retries how many retries there were already
 */
export function secondsBeforeRetry(policy: RetryPolicy, retries: number, failed: Failed): number | undefined {
  if (retries >= policy.retryCountMax || !isRetryable(policy, failed.status)) return undefined
  const asked = failed.retryAfter
  if (asked !== undefined) return asked > longestPauseSeconds ? undefined : asked
  const computed = firstWaitSeconds * (policy.retryMultiplyWaitTime ? 2 ** retries : 1)
  return Math.min(withJitter(computed, failed.random), longestPauseSeconds)
}

/**
 * Seconds for which the requests of the connection are held after an answer. Azure DevOps slows down before it refuses:
 * both headers come with answers of any status, 200 included.
 */
export function pauseAskedBy(headers: Headers, now: () => number): number {
  const delay = Number(headers.get('x-ratelimit-delay'))
  const asked = retryAfterOf(headers, now) ?? (Number.isFinite(delay) ? delay : 0)
  return Math.min(asked, longestPauseSeconds)
}
