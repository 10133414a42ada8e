import 'server-only'
import type { GraphError } from './errors'

/** What a handler answers with; without a body the status is 204. */
export interface Answer {
  readonly status?: number
  readonly body?: Readonly<Record<string, unknown>>
}

export const noContent: Answer = {}

/** One exchange with Microsoft Graph: the ids and the time that its answers repeat. */
export interface Exchange {
  readonly requestId: string
  readonly clientRequestId: string
  readonly now: Date
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export function startExchange(request: Request, now: Date): Exchange {
  const requestId = crypto.randomUUID()
  const asked = request.headers.get('client-request-id') ?? ''
  return { requestId, clientRequestId: guid.test(asked) ? asked : requestId, now }
}

const headersOf = ({ requestId, clientRequestId, now }: Exchange) => ({
  'cache-control': 'no-cache',
  'request-id': requestId,
  'client-request-id': clientRequestId,
  date: now.toUTCString(),
})

const contentType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

export function respond({ status = 200, body }: Answer, exchange: Exchange): Response {
  const headers = headersOf(exchange)
  if (!body) return new Response(null, { status: 204, headers })
  const text = JSON.stringify(body)
  return new Response(text, { status, headers: { ...headers, 'content-type': contentType, 'odata-version': '4.0' } })
}

/** `2026-06-15T12:00:00`, without a zone. */
const innerDate = (now: Date): string => now.toISOString().slice(0, 19)

export function refusal({ status, code, message }: GraphError, exchange: Exchange): Response {
  const { requestId, clientRequestId, now } = exchange
  const innerError = { date: innerDate(now), 'request-id': requestId, 'client-request-id': clientRequestId }
  const headers = { ...headersOf(exchange), 'content-type': 'application/json' }
  return new Response(JSON.stringify({ error: { code, message, innerError } }), { status, headers })
}
