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
