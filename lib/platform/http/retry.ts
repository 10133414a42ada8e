import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import type { Now, Random, Sleep } from './time'

/** What one try came to. A failure that another try may mend says how many seconds to wait before it. */
export type Attempt<T> =
  | { readonly value: T }
  | { readonly failure: AppError; readonly retryInSeconds?: number | undefined }

/** Tries until there is a value or a failure that trying again does not mend. `retries` counts from 0. */
export async function retry<T>(
  attempt: (retries: number) => Promise<Attempt<T>>,
  sleep: Sleep,
  signal?: AbortSignal,
): Promise<T> {
  for (let retries = 0; ; retries++) {
    const outcome = await attempt(retries)
    if ('value' in outcome) return outcome.value
    if (outcome.retryInSeconds === undefined) throw outcome.failure
    await sleep(outcome.retryInSeconds * 1000, signal)
  }
}

/** Spreads waits over 75 to 125 percent, so that clients that failed together do not return together. */
export const withJitter = (seconds: number, random: Random): number => seconds * (0.75 + random() / 2)

/** The seconds that a `Retry-After` header asks for: a number, or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfterOf(headers: Headers, now: Now): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now()) / 1000)
}
