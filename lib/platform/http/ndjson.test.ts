import { expect, test } from 'vitest'
import { ndjsonResponse } from './ndjson'

const reader = (response: Response) => {
  if (!response.body) throw new Error('a streamed response has a body')
  return response.body.getReader()
}

test('sends each value as one line, and nothing else', async () => {
  async function* values() {
    yield { id: 1, text: 'two\nlines' }
    yield { id: 2 }
  }
  const response = ndjsonResponse(values())
  expect(response.headers.get('content-type')).toBe('application/x-ndjson')
  expect(response.headers.get('cache-control')).toBe('no-store')
  await expect(response.text()).resolves.toBe('{"id":1,"text":"two\\nlines"}\n{"id":2}\n')
})

test('hands a value over before the next one is made', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* values() {
    yield 'first'
    await gate
    yield 'second'
  }
  const lines = reader(ndjsonResponse(values()))
  const first = await lines.read()
  expect(new TextDecoder().decode(first.value)).toBe('"first"\n')
  release()
  const second = await lines.read()
  expect(new TextDecoder().decode(second.value)).toBe('"second"\n')
})

test('stops the work when the reader goes away', async () => {
  const steps: string[] = []
  async function* values() {
    try {
      for (;;) {
        steps.push('worked')
        yield 'line'
      }
    } finally {
      steps.push('cleaned up')
    }
  }
  const lines = reader(ndjsonResponse(values()))
  await lines.read()
  await lines.cancel()
  expect(steps.at(-1)).toBe('cleaned up')
  const worked = steps.length
  await Promise.resolve()
  expect(steps).toHaveLength(worked)
})

test('breaks the stream off when the work fails, so that nobody takes what came for everything', async () => {
  async function* values() {
    yield 'line'
    throw new Error('boom')
  }
  await expect(ndjsonResponse(values()).text()).rejects.toThrow()
})
