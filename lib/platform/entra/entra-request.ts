import 'server-only'
import { describe, isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isPassingFault } from '#lib/platform/http/connection-fault'
import { exchange } from '#lib/platform/http/exchange'
import type { Fetch } from '#lib/platform/http/fetch'
import { type Attempt, retry } from '#lib/platform/http/retry'
import { withJitter } from '#lib/platform/http/schema'
import { type Now, type Random, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { entraError } from './entra-error'
import type { Signer } from './signer'

/** What every conversation with Entra ID needs; the clock, the waiting and the dice are there to be injected. */
export interface EntraConversation {
  readonly tokenUrl: string
  readonly fetch: Fetch
  readonly now?: Now
  readonly sleep?: Sleep
  readonly random?: Random
  /** For one try, body included; ten seconds unless given. */
  readonly timeoutMs?: number
}

const codes = { unreachable: 'entra_unreachable', timeout: 'entra_timeout' } as const
const maximumRetries = 3
const firstWaitSeconds = 0.8
/** Whoever is told to wait longer is better told than kept waiting. */
const longestWaitSeconds = 60

const isTransientStatus = (status: number): boolean => status === 408 || status === 429 || status >= 500

/**
 * Asks Entra ID and parses its answer. Transient faults (408, 429, 5xx, no connection) are tried again three times,
 * after 0.8 s, 1.6 s and 3.2 s with jitter or after the time that `Retry-After` names; nothing else is.
 * @param requestWith makes the request of each try, so that no assertion is sent twice
 * @param read gives undefined for an answer that is not the one hoped for
 * @throws AADSTS…, entra_unreachable, entra_throttled, entra_unexpected_answer, host_not_allowed
 */
export async function askEntra<T>(
  conversation: EntraConversation & { readonly signer?: Signer },
  requestWith: () => Promise<(signal: AbortSignal) => Request>,
  read: (answer: Answer) => T | undefined,
  signal?: AbortSignal,
): Promise<T> {
  const { fetch, now = Date.now, sleep = realSleep, random = Math.random, timeoutMs = 10_000 } = conversation

  const waitBefore = (retries: number, asked: number | undefined): number | undefined => {
    if (retries >= maximumRetries || (asked ?? 0) > longestWaitSeconds) return undefined
    return asked ?? withJitter(firstWaitSeconds * 2 ** retries, random)
  }

  const judge = (answer: Answer, retries: number): Attempt<T> => {
    const value = answer.status === 200 ? read(answer) : undefined
    if (value !== undefined) return { value }
    const failure = entraError(answer, { ...conversation, now })
    const transient = isTransientStatus(answer.status) || describe(failure.code).status === 503
    return { failure, retryInSeconds: transient ? waitBefore(retries, failure.retryAfter) : undefined }
  }

  const attempt = async (retries: number): Promise<Attempt<T>> => {
    const request = await requestWith()
    try {
      return judge(await exchange(fetch, request, { timeoutMs, signal, codes }), retries)
    } catch (failure) {
      if (!isAppError(failure) || !isPassingFault(failure)) throw failure
      return { failure, retryInSeconds: waitBefore(retries, undefined) }
    }
  }
  return await retry(attempt, sleep, signal)
}
