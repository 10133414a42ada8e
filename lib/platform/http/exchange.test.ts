import { expect, test } from 'vitest'
import { AppError } from '#lib/platform/errors/index'
import { exchange, quote } from './exchange'
import type { Fetch } from './fetch'

const codes = { unreachable: 'azure_devops_unreachable', timeout: 'azure_devops_timeout' } as const
const request = (signal: AbortSignal) => new Request('https://dev.azure.com/contoso', { signal })
const run = (fetch: Fetch, options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  exchange(fetch, request, { timeoutMs: 60_000, codes, ...options })

test('an answer of any status is read to its end, without its byte order mark', async () => {
  const answer = await run(async () => new Response('\uFEFF{"a":1}', { status: 503 }))
  expect(answer).toMatchObject({ status: 503, text: '{"a":1}' })
})

const failing = (code: string) => async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('why'), { code }) })
}

test.each([
  ['ECONNREFUSED', 'azure_devops_unreachable'],
  ['ENOTFOUND', 'azure_devops_unreachable'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_not_trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls_not_trusted'],
  ['CERT_HAS_EXPIRED', 'tls_not_trusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_not_trusted'],
])('a connection that fails by %s is %s, with the system’s reason', async (reason, code) => {
  await expect(run(failing(reason))).rejects.toMatchObject({ code, evidence: [{ label: 'Reason', value: reason }] })
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

test('a quotation holds no token and has an end', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl-_'
  expect(quote(`seen: ${token}, and ${token.split('.')[0]}`)).toBe('seen: [token removed], and [token removed]')
  expect(quote('x'.repeat(10_000))).toHaveLength(2000)
})
