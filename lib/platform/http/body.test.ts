import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parse, readJson } from './body'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/x', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })

const megabyte = new Uint8Array(1_000_000).fill(0x20)

describe('reading a body', () => {
  test('gives the JSON, also when a character is split between two chunks', async () => {
    const bytes = new TextEncoder().encode('{"name":"Zoë"}')
    await expect(readJson(post(streamOf(bytes.slice(0, 12), bytes.slice(12))))).resolves.toEqual({ name: 'Zoë' })
  })

  test('takes an empty body for an empty object', async () => {
    await expect(readJson(post(''))).resolves.toEqual({})
    await expect(readJson(new Request('http://localhost', { method: 'DELETE' }))).resolves.toEqual({})
  })

  test.each(['{"name":', 'name=x', '{"a":1}{"b":2}', '\uFEFF\uFEFF{}', 'undefined'])(
    'refuses what is not JSON: %s',
    async (text) => {
      await expect(readJson(post(text))).rejects.toMatchObject({ code: 'request_body_unreadable' })
    },
  )

  test('refuses a body that is cut off on the way, as the sender’s fault and not as ours', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('connection reset')) })
    await expect(readJson(post(broken))).rejects.toMatchObject({ code: 'request_body_unreadable' })
  })

  test.each(['{"a":"x\\u0000y"}', '{"a":[{"b":"\\u0000"}]}', '{"\\u0000":1}'])(
    'refuses the NUL character, which the database cannot store: %s',
    async (text) => {
      await expect(readJson(post(text))).rejects.toMatchObject({ code: 'request_body_unreadable' })
    },
  )

  test('keeps a backslash that only looks like the NUL character', async () => {
    await expect(readJson(post(String.raw`{"a":"\\u0000"}`))).resolves.toEqual({ a: String.raw`\u0000` })
  })
})

describe('the limit of a megabyte', () => {
  test('lets a body of exactly that size through', async () => {
    await expect(readJson(post(streamOf(megabyte.slice(2), new TextEncoder().encode('{}'))))).resolves.toEqual({})
  })

  test('stops a body that is larger by one byte', async () => {
    await expect(readJson(post(streamOf(megabyte, megabyte.slice(0, 1))))).rejects.toMatchObject({
      code: 'request_too_large',
    })
  })

  test('holds whatever Content-Length claims', async () => {
    const request = post(streamOf(megabyte, megabyte), { 'content-length': '2' })
    await expect(readJson(request)).rejects.toMatchObject({ code: 'request_too_large' })
  })

  test('stops reading a body that never ends', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(megabyte)
      },
      cancel: () => {
        cancelled = true
      },
    })
    await expect(readJson(post(endless))).rejects.toMatchObject({ code: 'request_too_large' })
    expect(cancelled).toBe(true)
    expect(pulled).toBeLessThan(5)
  })
})

describe('parsing', () => {
  const schema = z.object({ name: z.string().trim().min(1), retry: z.object({ count: z.number() }) })

  test('gives what the schema makes of the value, without fields that it does not know', () => {
    expect(parse(schema, { name: ' a ', retry: { count: 1 }, admin: true })).toEqual({ name: 'a', retry: { count: 1 } })
  })

  test('names every field that is wrong by its path', () => {
    expect(() => parse(schema, { name: '', retry: { count: 'x' } })).toThrow(
      expect.objectContaining({
        code: 'request_invalid',
        evidence: [expect.objectContaining({ label: 'name' }), expect.objectContaining({ label: 'retry.count' })],
      }),
    )
  })

  test.each([null, [], 'text', 7, undefined])('refuses %j where an object is wanted', (value) => {
    expect(() => parse(schema, value)).toThrow(expect.objectContaining({ code: 'request_invalid' }))
  })

  test('does not repeat the value, which may be a secret', () => {
    const attempt = () => parse(z.object({ password: z.string().max(3) }), { password: 'correct horse' })
    expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringContaining('correct horse') }))
  })
})
