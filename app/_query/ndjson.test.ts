import { expect, it } from 'vitest'
import { readNdjson } from './ndjson'

const answering = (...chunks: readonly Uint8Array[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    }),
  )

async function all(response: Response): Promise<unknown[]> {
  const values: unknown[] = []
  for await (const value of readNdjson(response)) values.push(value)
  return values
}

const bytes = (text: string) => new TextEncoder().encode(text)

it('gives every value although the chunks end in the middle of a line and of a character', async () => {
  const text = bytes('{"a":"ü"}\n{"b":2}\n')
  expect(await all(answering(text.slice(0, 7), text.slice(7, 12), text.slice(12)))).toEqual([{ a: 'ü' }, { b: 2 }])
})

it('gives a last value that no line break follows', async () => {
  expect(await all(answering(bytes('{"a":1}\n{"b":2}')))).toEqual([{ a: 1 }, { b: 2 }])
})

it('ends the request when the reader leaves the loop', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes('{"a":1}\n')),
    cancel: () => {
      cancelled = true
    },
  })
  for await (const _ of readNdjson(new Response(endless))) break
  expect(cancelled).toBe(true)
})
