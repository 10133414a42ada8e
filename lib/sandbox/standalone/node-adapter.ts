import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function headersOf({ headers }: IncomingMessage): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return result
}

const isBodiless = (method: string): boolean => method === 'GET' || method === 'HEAD'

/**
 * The Web-standard form of a request that arrived, with the host that its Host header names.
 * @param signal Ends what is done for the request, once nobody waits for it any more
 * @throws TypeError for a method or an address that no Request can hold
 */
export async function toRequest(request: IncomingMessage, signal?: AbortSignal): Promise<Request> {
  const { method = 'GET', url = '/', headers } = request
  const body = isBodiless(method) ? null : await readBody(request)
  const address = new URL(url, `https://${headers.host}`)
  return new Request(address, { method, headers: headersOf(request), body, ...(signal ? { signal } : {}) })
}

/**
 * Sends the body in one piece, so that it has a length and the connection stays open for the next request. A body whose
 * length is told already is sent as it comes, and its failure ends the connection.
 */
export async function send(response: Response, target: ServerResponse): Promise<void> {
  target.statusCode = response.status
  for (const [name, value] of response.headers) target.appendHeader(name, value)
  if (response.body === null) target.end()
  else if (response.headers.has('content-length')) await pipeline(Readable.from(response.body), target)
  else target.end(Buffer.from(await response.arrayBuffer()))
}
