import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import { withJitter } from '#lib/platform/http/retry'
import type { Random } from '#lib/platform/http/time'
import { longestPauseSeconds } from './pacing'
import type { RetryPolicy } from './schema'

interface Failed {
  readonly failure: AppError
  /** Absent where there was no answer at all. */
  readonly status?: number | undefined
  readonly random: Random
}

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
  const asked = failed.failure.retryAfter
  if (asked !== undefined) return asked > longestPauseSeconds ? undefined : asked
  const computed = firstWaitSeconds * (policy.retryMultiplyWaitTime ? 2 ** retries : 1)
  return Math.min(withJitter(computed, failed.random), longestPauseSeconds)
}
