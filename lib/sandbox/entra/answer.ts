import 'server-only'
import type { EntraBehaviour } from './behaviour'
import { type EntraError, entraError } from './entra-error'

/** One exchange with Entra ID: the ids and the time that every answer repeats. */
export interface Exchange {
  readonly traceId: string
  readonly correlationId: string
  readonly now: Date
  /** The client asked for its own request id to be sent back. */
  readonly echo: boolean
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** A client may name the correlation id in the header or, as the MSALs do, in the query. */
export function startExchange(request: Request, now: Date): Exchange {
  const asked =
    request.headers.get('client-request-id') ?? new URL(request.url).searchParams.get('client-request-id') ?? ''
  return {
    traceId: crypto.randomUUID(),
    correlationId: guid.test(asked) ? asked : crypto.randomUUID(),
    now,
    echo: request.headers.get('return-client-request-id') === 'true',
  }
}

function headersOf({ traceId, correlationId, now, echo }: Exchange): Headers {
  const headers = new Headers({
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    'content-type': 'application/json; charset=utf-8',
    date: now.toUTCString(),
    'x-ms-request-id': traceId,
  })
  if (echo) headers.set('client-request-id', correlationId)
  return headers
}

export const answer = (exchange: Exchange, body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: headersOf(exchange) })

/** `YYYY-MM-DD HH:MM:SSZ` */
const timestampOf = (now: Date): string => `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`

/** The numbers for which Microsoft was seen to send a link to a page of its own. */
const documented = new Set([90002, 500011, 700016, 700027])

/** The description's tail: one line since 2024, lines of their own before. */
function descriptionOf(
  code: number,
  text: string,
  exchange: Exchange,
  tail: EntraBehaviour['descriptionTail'],
): string {
  const { traceId, correlationId, now } = exchange
  const ids = [`Trace ID: ${traceId}`, `Correlation ID: ${correlationId}`, `Timestamp: ${timestampOf(now)}`]
  return [`AADSTS${code}: ${text}`, ...ids].join(tail === 'lines' ? '\r\n' : ' ')
}

/** Entra's error object with its fields in their order. */
function errorBody({ aadsts, error, message }: EntraError, exchange: Exchange, { descriptionTail }: EntraBehaviour) {
  const [first] = aadsts
  return {
    error,
    error_description: descriptionOf(first, message, exchange, descriptionTail),
    error_codes: aadsts,
    timestamp: timestampOf(exchange.now),
    trace_id: exchange.traceId,
    correlation_id: exchange.correlationId,
    ...(documented.has(first) ? { error_uri: `https://login.microsoftonline.com/error?code=${first}` } : {}),
  }
}

/** Odd characters in an address are answered by a page, not by JSON. */
function errorPage(error: EntraError, exchange: Exchange): Response {
  const headers = headersOf(exchange)
  headers.set('content-type', 'text/html; charset=utf-8')
  const html = `<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>AADSTS${error.aadsts[0]}: ${error.message}</body></html>`
  return new Response(html, { status: error.status, headers })
}

/** The error with what the behaviour says differently about its number. */
function asBehaviourSays(error: EntraError, { answers }: EntraBehaviour): EntraError {
  const { status = error.status, error: name = error.error, text = error.message } = answers[error.aadsts[0]] ?? {}
  return entraError(error.aadsts, status, name, text)
}

export function refusal(thrown: EntraError, exchange: Exchange, behaviour: EntraBehaviour): Response {
  const error = asBehaviourSays(thrown, behaviour)
  if (error.aadsts[0] === 90013) return errorPage(error, exchange)
  return answer(exchange, errorBody(error, exchange, behaviour), error.status)
}

/** The gateway in front of Entra ID answers in plain text; whether other gateways of Microsoft's do is unverified. */
export const tooManyRequests = (retryAfter: number, now: Date): Response =>
  new Response('Too Many Requests', {
    status: 429,
    headers: { 'content-type': 'text/plain', 'retry-after': String(retryAfter), date: now.toUTCString() },
  })
