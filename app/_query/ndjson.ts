/** Splits decoded text into lines; what follows the last line break waits for more. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    yield rest + decoder.decode()
  } finally {
    await reader.cancel()
  }
}

/** Gives each value as soon as its line is there. Leaving the loop ends the request and with it the work behind it. */
export async function* readNdjson<Value>(response: Response): AsyncGenerator<Value> {
  if (!response.body) return
  for await (const line of linesOf(response.body)) {
    if (line !== '') yield JSON.parse(line) as Value
  }
}
