import 'server-only'
import { AppError, type ErrorCode, type Evidence, isAppError } from '#lib/platform/errors/index'
import type { Fetch } from './fetch'
import { withDeadline } from './time'

/** An answer read to its end. `text` is decoded as UTF-8, without a byte order mark. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

interface ExchangeOptions {
  /** For the whole exchange, body included. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly codes: { readonly unreachable: ErrorCode; readonly timeout: ErrorCode }
}

/** The system's code of a failed connection (ENOTFOUND, CERT_HAS_EXPIRED …), wherever the fetch has put it. */
function reasonOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? reasonOf(error.cause) : undefined
}

/** OpenSSL's and Node's names for a certificate of the other side that does not convince. */
const isDistrust = (reason: string | undefined): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)/.test(reason ?? '')

function connectionError(cause: unknown, unreachable: ErrorCode): AppError {
  if (isAppError(cause)) return cause
  const reason = reasonOf(cause)
  const evidence: Evidence[] = reason ? [{ label: 'Reason', value: reason }] : []
  return new AppError(isDistrust(reason) ? 'tls_not_trusted' : unreachable, { evidence, cause })
}

/**
 * Sends one request and reads its answer, whatever its status. An abort rejects with the signal's reason.
 * @throws the given codes for no connection and no answer in time; tls_not_trusted; errors of ours pass as they are
 */
export async function exchange(
  fetch: Fetch,
  requestWith: (signal: AbortSignal) => Request,
  { timeoutMs, signal, codes }: ExchangeOptions,
): Promise<Answer> {
  const onTimeout = () => new AppError(codes.timeout, { detail: `No answer within ${timeoutMs / 1000} seconds.` })
  return await withDeadline(timeoutMs, onTimeout, signal, async (deadline) => {
    try {
      const response = await fetch(requestWith(deadline))
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (cause) {
      throw deadline.aborted ? deadline.reason : connectionError(cause, codes.unreachable)
    }
  })
}

const longestQuote = 2000

/** A foreign text that may be shown: not too long, and without anything that looks like a token or an assertion. */
export const quote = (text: string): string =>
  text.replace(/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, '[token removed]').slice(0, longestQuote)
