import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

const pieces = 10
/** What was sent needs a moment to be on its way before the connection ends, or the client would get nothing at all. */
const onItsWay = 20

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer())
}

/** The same answer with another body; `promised` is the length that its header tells of. */
function withBody({ status, headers }: Response, body: BodyInit, promised?: number): Response {
  const copied = new Headers(headers)
  if (promised !== undefined) copied.set('content-length', String(promised))
  return new Response(body, { status, headers: copied })
}

/** As undici reports that the other side went away in the middle of a body. */
function terminated(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' })
  return new TypeError('terminated', { cause })
}

/** Half of the body, then the connection ends. */
export async function truncated(response: Response): Promise<Response> {
  if (response.body === null) return response
  const bytes = await bytesOf(response)
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(half),
    async pull(stream) {
      await sleep(onItsWay)
      stream.error(terminated())
    },
  })
  return withBody(response, body, bytes.length)
}

/** All of an answer that ends in the middle of its JSON. */
export async function malformed(response: Response): Promise<Response> {
  if (response.body === null) return response
  const text = await response.text()
  return withBody(response, text.slice(0, Math.floor(text.length / 2)))
}

/** The body piece by piece. */
export async function slow(response: Response, milliseconds: number): Promise<Response> {
  if (response.body === null) return response
  const bytes = await bytesOf(response)
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      await sleep(milliseconds / pieces)
      stream.enqueue(bytes.subarray(sent, sent + size))
      sent += size
      if (sent >= bytes.length) stream.close()
    },
  })
  return withBody(response, body, bytes.length)
}
