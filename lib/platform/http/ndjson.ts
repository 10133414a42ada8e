import 'server-only'

const encoder = new TextEncoder()

/**
 * Streams each value as one line of JSON as soon as it is there. When the reader goes away the generator is told to
 * return, so the work behind it stops.
 */
export function ndjsonResponse(values: AsyncGenerator<unknown>): Response {
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await values.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    async cancel() {
      await values.return(undefined)
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
