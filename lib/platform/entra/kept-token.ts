import 'server-only'
import { abortable, type Now } from '#lib/platform/http/time'

/** A token as whoever sends it needs it. It is opaque to us: Microsoft encrypts them, so nothing is ever read out of it. */
export interface BearerToken {
  readonly value: string
  /** Seconds for which the token is valid, counted from `receivedAt`. */
  readonly expiresIn: number
  /** ISO 8601. */
  readonly receivedAt: string
}

/** The access token of one caller for one resource. However many ask, at most one request for it is under way. */
export interface BearerSource<Token extends BearerToken = BearerToken> {
  /** A token that is good for a while yet: the kept one, or a new one when that is close to its end. */
  token(signal?: AbortSignal): Promise<Token>
  /** A token that was asked for now. While it fails the kept one stays. */
  fresh(signal?: AbortSignal): Promise<Token>
  /** Says that this token was refused, so that nobody gets it again; a newer one that took its place is kept. */
  invalidate(token: Token): void
}

/** Five minutes before its end, or a tenth of its life where that is less, a token is no longer handed out. */
const renewalOf = (token: BearerToken): number =>
  Date.parse(token.receivedAt) + (token.expiresIn - Math.min(300, token.expiresIn / 10)) * 1000

/** Keeps what `request` gives. Its promises reject as `request` does. */
export function keepToken<Token extends BearerToken>(request: () => Promise<Token>, now: Now): BearerSource<Token> {
  let kept: Token | undefined
  let underWay: Promise<Token> | undefined

  async function renew(): Promise<Token> {
    try {
      kept = await request()
      return kept
    } finally {
      underWay = undefined
    }
  }

  /** Belongs to all who wait for it, so no single caller's abort reaches it. */
  const join = (signal?: AbortSignal): Promise<Token> => {
    underWay ??= renew()
    return abortable(underWay, signal)
  }

  return {
    async token(signal) {
      signal?.throwIfAborted()
      return kept && now() < renewalOf(kept) ? kept : await join(signal)
    },
    async fresh(signal) {
      signal?.throwIfAborted()
      return await join(signal)
    },
    invalidate(token) {
      if (kept?.value === token.value) kept = undefined
    },
  }
}
