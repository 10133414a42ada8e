import { describe, expect, test } from 'vitest'
import { createFaults } from '.'
import { type Fault, type FaultInput, faultSchema } from './fault'
import { isWithoutConnection } from './no-connection'
import { routePattern } from './route-pattern'

const url = 'https://dev.azure.com/contoso/_apis/projects'
const body = JSON.stringify({ count: 1, value: ['a project'] })

const host = {
  throttle: (_: Request, retryAfter: number) =>
    new Response('', { status: 429, headers: { 'retry-after': String(retryAfter) } }),
  refuseWith: () => undefined,
  skewed: <Result>(_: number, run: () => Result): Result => run(),
  removeCertificates: () => undefined,
  removeMember: () => undefined,
}

/** Something that answers well, under faults. */
function under(inputs: readonly FaultInput[], seed = 1) {
  const faults: readonly Fault[] = inputs.map((input) => faultSchema.parse(input))
  const fetch = createFaults({ seed, faults: () => faults, host })(async () => Response.json(JSON.parse(body)))
  return (init?: RequestInit, address = url) => fetch(new Request(address, init))
}

describe('which requests', () => {
  test.each([
    ['**', url, 'GET', true],
    ['dev.azure.com/**', url, 'GET', true],
    ['DEV.azure.com/*/_apis/projects', url, 'POST', true],
    ['GET dev.azure.com/**', url, 'POST', false],
    ['get dev.azure.com/**', url, 'GET', true],
    ['dev.azure.com/*', url, 'GET', false],
    ['**/_apis/*', url, 'GET', true],
    ['dev.azure.com/contoso/_apis/project', url, 'GET', false],
    ['dev.azure.com/contoso/_apis/project(s)', url, 'GET', false],
    ['login.microsoftonline.com/**', url, 'GET', false],
  ])('%s fits %s %s: %s', (route, address, method, fits) => {
    expect(routePattern(route)(new Request(address, { method }))).toBe(fits)
  })

  test('a fault spares the first ones, and ends after its count', async () => {
    const fetch = under([{ kind: 'server error', status: 502, after: 2, count: 3 }])
    const statuses: number[] = []
    for (let time = 0; time < 7; time++) statuses.push((await fetch()).status)
    expect(statuses).toEqual([200, 200, 502, 502, 502, 200, 200])
  })

  test('requests to other routes do not count', async () => {
    const fetch = under([{ kind: 'server error', route: '**/_apis/projects', after: 1 }])
    await fetch({}, 'https://dev.azure.com/contoso/_apis/teams')
    expect((await fetch()).status).toBe(200)
    expect((await fetch()).status).toBe(503)
  })

  test('chance follows from the seed', async () => {
    const run = async (seed: number) => {
      const fetch = under([{ kind: 'server error', probability: 0.3 }], seed)
      const statuses: number[] = []
      for (let time = 0; time < 100; time++) statuses.push((await fetch()).status)
      return statuses
    }
    const first = await run(5)
    expect(await run(5)).toEqual(first)
    expect(await run(6)).not.toEqual(first)
    const failed = first.filter((status) => status === 503).length
    expect(failed).toBeGreaterThan(15)
    expect(failed).toBeLessThan(45)
  })

  test('several faults befall one request, the first nearest to the caller', async () => {
    const fetch = under([
      { kind: 'wrong content type' },
      { kind: 'malformed JSON' },
      { kind: 'latency', milliseconds: 1 },
    ])
    const response = await fetch()
    expect(response.headers.get('content-type')).toBe('text/html')
    await expect(response.text()).resolves.toBe(body.slice(0, Math.floor(body.length / 2)))
  })
})

describe('what the caller sees', () => {
  test('timeout: nothing, until the caller gives up', async () => {
    const reason = new Error('given up')
    const gaveUp = new AbortController()
    const answer = under([{ kind: 'timeout' }])({ signal: gaveUp.signal })
    gaveUp.abort(reason)
    await expect(answer).rejects.toBe(reason)
    await expect(under([{ kind: 'timeout' }])({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  test('connection reset: what undici throws for one', async () => {
    const error: unknown = await under([{ kind: 'connection reset' }])().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET', syscall: 'read' } })
    expect(isWithoutConnection(error)).toBe(true)
    expect(isWithoutConnection(new TypeError('fetch failed'))).toBe(false)
  })

  test('truncated body: its length is told, half of it comes, then the connection is gone', async () => {
    const response = await under([{ kind: 'truncated body' }])()
    expect(response).toMatchObject({ status: 200 })
    expect(response.headers.get('content-length')).toBe(String(body.length))
    await expect(response.text()).rejects.toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } })
  })

  test('slow body: all of it, piece by piece', async () => {
    const response = await under([{ kind: 'slow body', milliseconds: 20 }])()
    const chunks: Uint8Array[] = []
    for await (const chunk of response.body ?? []) chunks.push(chunk)
    expect(chunks.length).toBeGreaterThan(5)
    expect(Buffer.concat(chunks).toString()).toBe(body)
  })

  test('server error: a gateway’s page; throttled: 429 with the time to wait', async () => {
    const response = await under([{ kind: 'server error', status: 504 }])()
    expect(response.status).toBe(504)
    expect(response.headers.get('content-type')).toContain('text/html')
    const throttled = await under([{ kind: 'throttled', retryAfter: 7 }])()
    expect(throttled.status).toBe(429)
    expect(throttled.headers.get('retry-after')).toBe('7')
  })
})

test.each([
  [{ kind: 'latency' }],
  [{ kind: 'unknown' }],
  [{ kind: 'server error', status: 404 }],
  [{ kind: 'timeout', probability: 2 }],
  [{ kind: 'timeout', rout: '**' }],
])('%j is no fault', (input) => {
  expect(faultSchema.safeParse(input).success).toBe(false)
})
