import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { createTestSigner } from '#lib/platform/testing/signer'
import { createTokenSource } from './token-source'

const tokenUrl = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'
const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const scope = '499b84ac-1321-427f-aa17-267ca6975798/.default'
const { signer } = createTestSigner()

const grant = (value: string, expiresIn: unknown = 3599) =>
  Response.json({ token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: value })

const refusal = (number: number, status = 401, headers = {}) =>
  Response.json(
    { error: 'invalid_client', error_description: `AADSTS${number}: No.`, error_codes: [number] },
    { status, headers },
  )

type Answerer = (form: URLSearchParams, request: Request) => Response | Promise<Response>

/** A token source whose Entra ID answers each request by the next answerer, and then by the last one again. */
function setUp(...answerers: Answerer[]) {
  const clock = createClock()
  const forms: URLSearchParams[] = []
  const fetch = async (request: Request) => {
    const form = new URLSearchParams(await request.text())
    forms.push(form)
    const answerer = answerers[Math.min(forms.length, answerers.length) - 1]
    if (!answerer) throw new Error('Nobody answers')
    return await answerer(form, request)
  }
  const source = createTokenSource({ tokenUrl, clientId, scope, signer, fetch, ...clock, random: () => 0.5 })
  return { source, clock, forms }
}

/** Gives the tokens t1, t2 … */
const counting = (expiresIn?: unknown): Answerer => {
  let count = 0
  return () => grant(`t${++count}`, expiresIn)
}

test('a token is asked for by form, with a fresh assertion and nothing else', async () => {
  const { source, forms } = setUp((_form, request) => {
    expect(request.url).toBe(tokenUrl)
    expect(request.redirect).toBe('manual')
    expect(request.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/)
    return grant('t1')
  })
  await expect(source.token()).resolves.toEqual({
    value: 't1',
    tokenType: 'Bearer',
    expiresIn: 3599,
    receivedAt: '2026-03-02T10:00:00.000Z',
    algorithm: 'PS256',
  })
  const { client_assertion: assertion, ...rest } = Object.fromEntries(forms[0] ?? [])
  expect(rest).toEqual({
    client_id: clientId,
    scope,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  expect(decodeJwt(assertion ?? '').aud).toBe(tokenUrl)
})

test('a thousand demands at once make one request', async () => {
  const { source, forms } = setUp(counting())
  const tokens = await Promise.all(Array.from({ length: 1000 }, () => source.token()))
  expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(['t1']))
  expect(forms).toHaveLength(1)
})

test.each([
  { life: 3599, kept: 3298, renewed: 3299 },
  { life: 86399, kept: 86098, renewed: 86099 },
  { life: 600, kept: 539, renewed: 540 },
  { life: '100', kept: 89, renewed: 90 },
])('a token of $life s is kept for $kept s and renewed at $renewed s', async ({ life, kept, renewed }) => {
  const { source, clock } = setUp(counting(life))
  await source.token()
  clock.advance(kept * 1000)
  expect((await source.token()).value).toBe('t1')
  clock.advance((renewed - kept) * 1000)
  expect((await source.token()).value).toBe('t2')
})

test('a failure is not kept: the next demand asks again', async () => {
  const { source } = setUp(() => refusal(700016, 400), counting())
  await expect(source.token()).rejects.toMatchObject({ code: 'AADSTS700016' })
  expect((await source.token()).value).toBe('t1')
})

test("one caller's abort does not fail the others", async () => {
  const { source, forms } = setUp(counting())
  const controller = new AbortController()
  const aborted = source.token(controller.signal)
  const other = source.token()
  controller.abort(new Error('left'))
  await expect(aborted).rejects.toThrow('left')
  expect((await other).value).toBe('t1')
  expect(forms).toHaveLength(1)
})

test('a demand that comes aborted asks nobody', async () => {
  const { source, forms } = setUp(counting())
  await expect(source.token(AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
  expect(forms).toHaveLength(0)
})

test('an invalidated token is replaced, and a late word about an older one changes nothing', async () => {
  const { source, forms } = setUp(counting())
  const first = await source.token()
  source.invalidate(first)
  const second = await source.token()
  source.invalidate(first)
  expect(await source.token()).toBe(second)
  expect(forms).toHaveLength(2)
})

test('fresh asks although a token is kept, and all later demands get the new one', async () => {
  const { source } = setUp(counting())
  await source.token()
  expect((await source.fresh()).value).toBe('t2')
  expect((await source.token()).value).toBe('t2')
})

test('a fresh demand that fails leaves the kept token', async () => {
  const { source } = setUp(counting(), () => refusal(7000112, 400))
  await source.token()
  await expect(source.fresh()).rejects.toMatchObject({ code: 'AADSTS7000112' })
  expect((await source.token()).value).toBe('t1')
})

const algorithmOf = (form: URLSearchParams | undefined) =>
  decodeProtectedHeader(form?.get('client_assertion') ?? '').alg

test('AADSTS5002730 is answered once with RS256, and RS256 is kept', async () => {
  const { source, forms } = setUp(() => refusal(5002730, 400), counting())
  const first = await source.token()
  source.invalidate(first)
  await source.token()
  expect(first.algorithm).toBe('RS256')
  expect(forms.map(algorithmOf)).toEqual(['PS256', 'RS256', 'RS256'])
})

test('AADSTS5002730 for both algorithms is reported after two tries', async () => {
  const { source, forms } = setUp(() => refusal(5002730, 400))
  await expect(source.token()).rejects.toMatchObject({ code: 'AADSTS5002730' })
  expect(forms.map(algorithmOf)).toEqual(['PS256', 'RS256'])
})

const disconnected = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })
}

test.each([
  { fault: 'no connection', answerer: disconnected },
  { fault: '503 without a body', answerer: () => new Response(null, { status: 503 }) },
  { fault: '429 in plain text', answerer: () => new Response('Too Many Requests', { status: 429 }) },
  { fault: '408', answerer: () => new Response(null, { status: 408 }) },
  { fault: 'AADSTS90033', answerer: () => refusal(90033, 400) },
])('$fault passes: it is tried again with growing waits and a new assertion', async ({ answerer }) => {
  const { source, clock, forms } = setUp(answerer, answerer, answerer, counting())
  expect((await source.token()).value).toBe('t1')
  expect(clock.waits).toEqual([800, 1600, 3200])
  expect(new Set(forms.map((form) => decodeJwt(form.get('client_assertion') ?? '').jti)).size).toBe(4)
})

test('after three retries the fault is reported', async () => {
  const { source, forms } = setUp(disconnected)
  await expect(source.token()).rejects.toMatchObject({
    code: 'network_connection_lost',
    evidence: [{ label: 'Host' }, { label: 'Reason', value: 'ECONNRESET' }],
  })
  expect(forms).toHaveLength(4)
})

test('Retry-After wins over the computed wait', async () => {
  const slowDown = () => new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '7' } })
  const { source, clock } = setUp(slowDown, counting())
  await source.token()
  expect(clock.waits).toEqual([7000])
})

test('a longer Retry-After than anyone would wait for is reported instead', async () => {
  const slowDown = () => new Response('Too Many Requests', { status: 429, headers: { 'retry-after': '600' } })
  const { source, clock } = setUp(slowDown)
  await expect(source.token()).rejects.toMatchObject({ code: 'entra_throttled', retryAfter: 600 })
  expect(clock.waits).toEqual([])
})

test.each([400, 401, 403])('a considered no (%i) is not asked for twice', async (status) => {
  const { source, forms } = setUp(() => refusal(700016, status))
  await expect(source.token()).rejects.toMatchObject({ code: 'AADSTS700016' })
  expect(forms).toHaveLength(1)
})

test.each([
  { answer: 'a web page', body: '<html>Please log in to the guest network</html>' },
  { answer: 'cut-off JSON', body: '{"token_type":"Bearer","access_to' },
  { answer: 'no token', body: '{"token_type":"Bearer","expires_in":3599}' },
  { answer: 'no lifetime', body: '{"token_type":"Bearer","access_token":"t"}' },
  { answer: 'another kind of token', body: '{"token_type":"pop","expires_in":3599,"access_token":"t"}' },
])('a 200 with $answer is no token', async ({ body }) => {
  const { source } = setUp(() => new Response(body))
  await expect(source.token()).rejects.toMatchObject({ code: 'entra_unexpected_answer' })
})

test('no error holds the assertion or a token, even where an answer echoes them', async () => {
  const token = `${Buffer.from('{"alg":"RS256","typ":"JWT"}').toString('base64url')}.e30.c2ln`
  const { source, forms } = setUp((form) => new Response(`${form} ${token}`))
  const error: unknown = await source.token().catch((thrown: unknown) => thrown)
  const shown = JSON.stringify(error) + String(error)
  expect(shown).not.toContain(token)
  expect(shown).not.toContain((forms[0]?.get('client_assertion') ?? '').slice(0, 60))
})
