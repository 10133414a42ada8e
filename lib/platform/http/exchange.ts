import 'server-only'
import { AppError, type ErrorCode, isAppError } from '#lib/platform/errors/index'
import type { Answer } from './answer'
import { connectionFault, reasonOf } from './connection-fault'
import { watchedExchange } from './exchange-watch'
import type { Fetch } from './fetch'
import { abortable, withDeadline } from './time'

interface ExchangeOptions {
  /** For the whole exchange, body included. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly codes: { readonly unreachable: ErrorCode; readonly timeout: ErrorCode }
}

/** Undici's own deadlines are longer than ours; where one ends first it means the same. */
const isTimeout = (cause: unknown): boolean => /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/.test(reasonOf(cause) ?? '')

function failureOf(cause: unknown, request: Request, codes: ExchangeOptions['codes']): AppError {
  if (isAppError(cause)) return cause
  return connectionFault(cause, new URL(request.url).host, isTimeout(cause) ? codes.timeout : codes.unreachable)
}

async function answerOf(fetch: Fetch, request: Request): Promise<Answer> {
  const response = await fetch(request)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/**
 * Sends one request and reads its answer, whatever its status. An abort rejects with the signal's reason.
 * @throws network_…, proxy_…, tls_…, else the given codes; errors of ours pass as they are
 */
export async function exchange(
  fetch: Fetch,
  requestWith: (signal: AbortSignal) => Request,
  { timeoutMs, signal, codes }: ExchangeOptions,
): Promise<Answer> {
  const onTimeout = () => new AppError(codes.timeout, { detail: `No answer within ${timeoutMs / 1000} seconds.` })
  return await withDeadline(timeoutMs, onTimeout, signal, async (deadline) => {
    const request = requestWith(deadline)
    const watched = await watchedExchange(request)
    try {
      const answer = await abortable(answerOf(fetch, request), deadline)
      watched?.answered(answer)
      return answer
    } catch (cause) {
      const failure = deadline.aborted ? deadline.reason : failureOf(cause, request, codes)
      watched?.failed(failure)
      throw failure
    }
  })
}
