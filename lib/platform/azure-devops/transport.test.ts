import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AccessToken } from '#lib/platform/entra/token-source'
import { createClock } from '#lib/platform/testing/clock'
import { createPacing } from './pacing'
import { type RetryPolicy, retryPolicy } from './schema'
import { type ApiRequest, createTransport, type TransportOptions } from './transport'

const get: ApiRequest = { method: 'GET', path: '_apis/things' }
const things = z.object({ value: z.array(z.number()) })
const ok = (headers = {}) => Response.json({ value: [1] }, { headers })
const html = (status: number) =>
  new Response('<html>Sign in</html>', { status, headers: { 'content-type': 'text/html' } })
const status =
  (code: number, headers = {}) =>
  () =>
    new Response(null, { status: code, headers })

type Answerer = (request: Request) => Response | Promise<Response>

/** Azure DevOps that answers each request by the next answerer, and then by the last one again. */
function setUp(
  answerers: readonly Answerer[],
  policy: z.input<typeof retryPolicy> = {},
  more: Partial<TransportOptions> = {},
) {
  const clock = createClock(0)
  const requests: Request[] = []
  const times: number[] = []
  const invalidated: string[] = []
  const fetch = async (request: Request) => {
    requests.push(request)
    times.push(clock.now())
    const answerer = answerers[Math.min(requests.length, answerers.length) - 1]
    if (!answerer) throw new Error('Nobody answers')
    return await answerer(request)
  }
  const tokenSource = {
    async token(): Promise<AccessToken> {
      const value = `t${invalidated.length + 1}`
      return { value, tokenType: 'Bearer', expiresIn: 3599, receivedAt: '', algorithm: 'PS256' }
    },
    invalidate: (token: AccessToken) => void invalidated.push(token.value),
  }
  const send = createTransport({
    organization: 'contoso',
    apiVersion: '7.0',
    tokenSource,
    fetch,
    retryPolicy: retryPolicy.parse(policy) satisfies RetryPolicy,
    pacing: createPacing(clock),
    ...clock,
    random: () => 0.5,
    ...more,
  })
  return { send, clock, requests, times, invalidated }
}

test('a request carries token, version and what makes refusals readable', async () => {
  const { send, requests } = setUp([() => ok()])
  const query = { $top: 5, 'a b': 'ü&', left: undefined }
  await send(things, { ...get, project: 'My Project/1', query })
  const [request] = requests
  expect(request?.url).toBe(
    'https://dev.azure.com/contoso/My%20Project%2F1/_apis/things?%24top=5&a+b=%C3%BC%26&api-version=7.0',
  )
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer t1',
    'user-agent': 'Certboard',
    'x-tfs-fedauthredirect': 'Suppress',
  })
  expect(request?.redirect).toBe('manual')
})

test('a body is sent as JSON', async () => {
  const { send, requests } = setUp([() => ok()])
  await send(things, { method: 'POST', path: '_apis/things', body: { query: 'ü' } })
  expect(requests[0]?.headers.get('content-type')).toBe('application/json')
  expect(await requests[0]?.json()).toEqual({ query: 'ü' })
})

test('a resource may have a version of its own', async () => {
  const { send, requests } = setUp([() => ok()])
  await send(things, { ...get, apiVersion: '7.1-preview.1' })
  expect(requests[0]?.url).toContain('api-version=7.1-preview.1')
})

test('an answer is parsed, and its headers are at hand', async () => {
  const { send } = setUp([() => ok({ 'x-ms-continuationtoken': '100' })])
  const { data, headers } = await send(things, get)
  expect(data).toEqual({ value: [1] })
  expect(headers.get('x-ms-continuationtoken')).toBe('100')
})

test('a byte order mark in front of the JSON does no harm', async () => {
  const { send } = setUp([() => new Response('\uFEFF{"value":[2]}')])
  expect((await send(things, get)).data).toEqual({ value: [2] })
})

test('an answer without a body is undefined to its schema', async () => {
  const { send } = setUp([status(204)])
  expect((await send(z.undefined(), get)).data).toBeUndefined()
})

test.each([
  ['another shape', '{"value":["1"]}'],
  ['cut-off JSON', '{"value":[1,2'],
  ['plain text', 'The controller was not found'],
  ['nothing', ''],
])('%s is azure_devops_answer_unexpected and not tried again', async (_name, body) => {
  const { send, requests } = setUp([() => new Response(body)], { retryMode: 'RetryAny' })
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_answer_unexpected' })
  expect(requests).toHaveLength(1)
})

test.each([
  ['203 with HTML', () => html(203)],
  ['302', status(302, { location: 'https://spsprodweu1.vssps.visualstudio.com/_signin' })],
  ['203 that says it is JSON', () => Response.json({ value: [1] }, { status: 203 })],
])('%s is never taken for data', async (_name, answerer) => {
  const { send, requests } = setUp([answerer])
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_sign_in_page' })
  expect(requests.map((request) => request.headers.get('authorization'))).toEqual(['Bearer t1', 'Bearer t2'])
})

test('a page that is not Azure DevOps’ says nothing about the token', async () => {
  const { send, requests } = setUp([() => html(200)], { retryMode: 'None' })
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_foreign_page' })
  expect(requests).toHaveLength(1)
})

test.each([
  ['401', status(401)],
  ['the sign-in page', () => html(203)],
])('a token refused by %s is replaced once, and the answer to the new one counts', async (_name, refuse) => {
  const { send, invalidated } = setUp([refuse, () => ok()], { retryMode: 'None' })
  expect((await send(things, get)).data).toEqual({ value: [1] })
  expect(invalidated).toEqual(['t1'])
})

test('a write is sent again with a new token, because the refused one did nothing', async () => {
  const { send, requests } = setUp([status(401), () => ok()])
  await send(things, { method: 'POST', path: '_apis/things', body: { a: 1 } })
  expect(await Promise.all(requests.map((request) => request.json()))).toEqual([{ a: 1 }, { a: 1 }])
})

test('a second refusal is reported', async () => {
  const { send, requests } = setUp([status(401)], { retryMode: 'RetryAny' })
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_token_refused' })
  expect(requests).toHaveLength(2)
})

test('an app that is no member is told so at once, without asking for another token', async () => {
  const message = 'TF401444: Please sign-in at least once as t\\t\\o'
  const { send, requests, invalidated } = setUp([() => Response.json({ message }, { status: 401 })])
  await expect(send(things, get)).rejects.toMatchObject({ code: 'TF401444', detail: `401: ${message}` })
  expect([requests.length, invalidated]).toEqual([1, []])
})

const disconnected = () => {
  throw new TypeError('fetch failed')
}

test('the retry policy of the connection decides on codes, counts and waits', async () => {
  const { send, clock } = setUp([status(502), status(429), disconnected, () => ok()], {
    retryStatusCodeList: '429,502',
  })
  await send(things, get)
  expect(clock.waits).toEqual([1000, 2000, 4000])
})

test('when the tries are used up the last failure is reported', async () => {
  const { send, requests } = setUp([status(429)], { retryCountMax: 2 })
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_throttled' })
  expect(requests).toHaveLength(3)
})

test.each([
  { name: 'a GET', request: get, times: 2 },
  {
    name: 'a POST that only reads',
    request: { method: 'POST', path: '_apis/wit/wiql', repeatable: true } as const,
    times: 2,
  },
  { name: 'any other POST', request: { method: 'POST', path: '_apis/things' } as const, times: 1 },
  { name: 'a PATCH', request: { method: 'PATCH', path: '_apis/things' } as const, times: 1 },
])('$name is sent $times time(s) when the connection is lost', async ({ request, times }) => {
  const { send, requests } = setUp([disconnected, () => ok()])
  await send(things, request).catch(() => undefined)
  expect(requests).toHaveLength(times)
})

test.each([
  ['seconds', '20'],
  ['an HTTP date', new Date(20_000).toUTCString()],
])('Retry-After in %s wins over the computed wait', async (_name, retryAfter) => {
  const { send, times } = setUp([status(429, { 'retry-after': retryAfter }), () => ok()])
  await send(things, get)
  expect(times).toEqual([0, 20_000])
})

test('a Retry-After of more than five minutes is reported, with the seconds', async () => {
  const { send, requests } = setUp([status(429, { 'retry-after': '900' })])
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_throttled', retryAfter: 900 })
  expect(requests).toHaveLength(1)
})

test.each([
  ['Retry-After', { 'retry-after': '12' }],
  ['X-RateLimit-Delay', { 'x-ratelimit-delay': '12.000' }],
])('%s on a 200 holds the next request of the connection', async (_name, headers) => {
  const { send, times } = setUp([() => ok(headers), () => ok()])
  await send(things, get)
  await send(things, get)
  expect(times).toEqual([0, 12_000])
})

test('a nonsensical delay holds nobody', async () => {
  const { send, times } = setUp([() => ok({ 'x-ratelimit-delay': 'soon' }), () => ok()])
  await send(things, get)
  await send(things, get)
  expect(times).toEqual([0, 0])
})

test('no answer in time counts as a lost connection', async () => {
  const { send } = setUp([() => new Promise<Response>(() => undefined), () => ok()], {}, { timeoutMs: 1 })
  expect((await send(things, get)).data).toEqual({ value: [1] })
})

test('no answer in time, ever, is azure_devops_timeout', async () => {
  const silent = () => new Promise<Response>(() => undefined)
  const { send } = setUp([silent], { retryMode: 'None' }, { timeoutMs: 1 })
  await expect(send(things, get)).rejects.toMatchObject({ code: 'azure_devops_timeout' })
})

test('an abort while it waits for an answer ends the request, without another try', async () => {
  const controller = new AbortController()
  const silent = () => {
    controller.abort(new Error('left'))
    return new Promise<Response>(() => undefined)
  }
  const { send, requests } = setUp([silent])
  await expect(send(things, { ...get, signal: controller.signal })).rejects.toThrow('left')
  expect(requests).toHaveLength(1)
  expect(requests[0]?.signal.aborted).toBe(true)
})

test('an abort while it waits for the next try ends it as well', async () => {
  const controller = new AbortController()
  const { send, requests } = setUp(
    [status(429)],
    {},
    {
      sleep: async () => {
        controller.abort(new Error('left'))
        controller.signal.throwIfAborted()
      },
    },
  )
  await expect(send(things, { ...get, signal: controller.signal })).rejects.toThrow('left')
  expect(requests).toHaveLength(1)
})

test('an anonymous request goes without a token, and being refused is an answer', async () => {
  const headers = { 'x-vss-resourcetenant': 'tenant' }
  const { send, requests } = setUp([() => Response.json({ message: 'TF400813: No.' }, { status: 401, headers })])
  const answer = await send(z.unknown(), { ...get, anonymous: true })
  expect([answer.data, answer.headers.get('x-vss-resourcetenant')]).toEqual([undefined, 'tenant'])
  expect(requests.map((request) => request.headers.has('authorization'))).toEqual([false])
})

test('no error holds the token, even where an answer echoes it', async () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'
  const { send } = setUp([() => Response.json({ message: `Bearer ${token}` }, { status: 400 })])
  const error: unknown = await send(things, get).catch((thrown: unknown) => thrown)
  expect(JSON.stringify(error) + String(error)).not.toContain(token)
})

test('a thousand requests at once never exceed the gate', async () => {
  let inFlight = 0
  let most = 0
  const slow = async () => {
    most = Math.max(most, ++inFlight)
    await new Promise(setImmediate)
    inFlight--
    return ok()
  }
  const { send } = setUp([slow], {}, { pacing: createPacing({ parallelism: 4 }) })
  await Promise.all(Array.from({ length: 1000 }, () => send(things, get)))
  expect(most).toBe(4)
})
