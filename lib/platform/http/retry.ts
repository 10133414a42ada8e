import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import type { Sleep } from './time'

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
