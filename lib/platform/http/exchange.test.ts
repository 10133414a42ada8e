import { expect, test } from 'vitest'
import { AppError } from '#lib/platform/errors/index'
import { exchange } from './exchange'
import { watchExchanges } from './exchange-watch'
import type { Fetch } from './fetch'
import type { ExchangeRecord } from './schema'

const codes = { unreachable: 'azure_devops_unreachable', timeout: 'azure_devops_timeout' } as const
const request = (signal: AbortSignal) => new Request('https://dev.azure.com/contoso', { signal })
const run = (fetch: Fetch, options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  exchange(fetch, request, { timeoutMs: 60_000, codes, ...options })

test('an answer of any status is read to its end, without its byte order mark', async () => {
  const answer = await run(async () => new Response('\uFEFF{"a":1}', { status: 503 }))
  expect(answer).toMatchObject({ status: 503, text: '{"a":1}' })
})

test('no answer in time is said as such', async () => {
  const answer = run(() => new Promise(() => undefined), { timeoutMs: 1 })
  await expect(answer).rejects.toMatchObject({ code: 'azure_devops_timeout' })
})

test('a body that stops half way is no answer in time either', async () => {
  const stalled = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) })
  const answer = run(async () => new Response(stalled), { timeoutMs: 1 })
  await expect(answer).rejects.toMatchObject({ code: 'azure_devops_timeout' })
})

test('a connection that breaks within the body counts as none', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) })
  await expect(run(async () => new Response(broken))).rejects.toMatchObject({ code: 'azure_devops_unreachable' })
})

test('an abort rejects with its own reason', async () => {
  const controller = new AbortController()
  const answer = run(() => new Promise(() => undefined), { signal: controller.signal })
  controller.abort(new Error('left'))
  await expect(answer).rejects.toThrow('left')
})

test('an error of ours passes as it is', async () => {
  const error = new AppError('host_not_allowed')
  const answer = run(async () => {
    throw error
  })
  await expect(answer).rejects.toBe(error)
})

const watch = async (act: () => Promise<unknown>) => {
  const seen: ExchangeRecord[] = []
  await watchExchanges((record) => seen.push(record), act).catch(() => undefined)
  return seen
}

test('whoever watches sees what was sent and what came, and no credential of either', async () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'
  const answer = () =>
    Response.json({ access_token: 'opaque-token', expires_in: 3599 }, { headers: { 'x-vss-e2eid': 'id', etag: '1' } })
  const url = 'https://login.microsoftonline.com/x/oauth2/v2.0/token'
  const body = new URLSearchParams({ client_id: 'app', client_assertion: token })
  const form = (signal: AbortSignal) => new Request(url, { method: 'POST', body, signal })
  const [record] = await watch(() => exchange(async () => answer(), form, { timeoutMs: 60_000, codes }))
  expect(record).toMatchObject({
    method: 'POST',
    url,
    sent: 'client_id=app&client_assertion=[removed]',
    status: 200,
    body: '{"access_token":"[removed]","expires_in":3599}',
    headers: [
      { label: 'content-type', value: 'application/json' },
      { label: 'x-vss-e2eid', value: 'id' },
    ],
  })
})

test('whoever watches sees also what failed, and why', async () => {
  const refused = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('why'), { code: 'ECONNREFUSED' }) })
  }
  expect(await watch(() => run(refused))).toMatchObject([{ method: 'GET', failure: 'ECONNREFUSED', headers: [] }])
  const [late] = await watch(() => run(() => new Promise(() => undefined), { timeoutMs: 1 }))
  expect(late).toMatchObject({ failure: 'azure_devops_timeout' })
})

test('who does not watch is not told', async () => {
  const seen = await watch(async () => undefined)
  await run(async () => new Response('{}'))
  expect(seen).toEqual([])
})
