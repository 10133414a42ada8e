import type { Evidence } from '#lib/platform/errors/index'

/** One request and its answer, as they may be shown: without any credential. */
export interface ExchangeRecord {
  readonly method: string
  readonly url: string
  /** The body that was sent, where there was one. */
  readonly sent?: string
  /** Absent where no answer came. */
  readonly status?: number
  /** Those that tell something: the pace, the IDs for support, the tenant, where to sign in. */
  readonly headers: readonly Evidence[]
  /** The beginning of the body that came. */
  readonly body?: string
  /** The system's code where no answer came, for example ECONNREFUSED. */
  readonly failure?: string
  /** ISO 8601, when it was sent. */
  readonly at: string
  readonly durationMs: number
}

/** Spreads waits over 75 to 125 percent, so that clients that failed together do not return together. */
export const withJitter = (seconds: number, random: () => number): number => seconds * (0.75 + random() / 2)

/** The seconds that a `Retry-After` header asks for: a number, or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfterOf(headers: Headers, now: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (!text) return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now()) / 1000)
}
