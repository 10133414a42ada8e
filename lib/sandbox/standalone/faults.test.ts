/** Faults and limits as clients meet them over TLS, set from outside by the control API. */
import { readFileSync } from 'node:fs'
import { type Dispatcher, ProxyAgent, fetch as undiciFetch } from 'undici'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startStandalone } from '.'

let standalone: Awaited<ReturnType<typeof startStandalone>>
let dispatcher: Dispatcher

beforeAll(async () => {
  const complain = (line: string) => expect.fail(line)
  standalone = await startStandalone({ port: 0, items: 20, seed: 1, latency: 0, log: false }, complain)
  const { proxy, caFile } = standalone.ready
  dispatcher = new ProxyAgent({ uri: proxy, requestTls: { ca: readFileSync(caFile, 'utf8') } })
})
afterAll(async () => {
  await dispatcher.destroy()
  await standalone.stop()
})
afterEach(() => control('POST', '/reset'))

function control(method: string, path: string, body?: unknown, token = standalone.ready.control.token) {
  const headers = { authorization: `Bearer ${token}` }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return undiciFetch(standalone.ready.control.url + path, { method, headers, ...init })
}

const login = 'https://login.microsoftonline.com'
const document = '/v2.0/.well-known/openid-configuration'

const discover = (signal?: AbortSignal) =>
  undiciFetch(`${login}/${standalone.ready.tenantId}${document}`, { dispatcher, ...(signal ? { signal } : {}) })

test('the control API stands at the proxy’s own address, and only its token opens it', async () => {
  expect((await control('GET', '')).status).toBe(200)
  expect((await control('GET', '', undefined, 'guessed')).status).toBe(401)
  const { proxy } = standalone.ready
  expect((await undiciFetch(`${proxy}/sandbox`)).status).toBe(403)
  expect((await undiciFetch(`${proxy}/sandbox/controls`)).status).toBe(403)
})

test('a reset connection is a broken one, and the next one is good again', async () => {
  await control('PUT', '/faults', { faults: [{ kind: 'connection reset', count: 1 }] })
  await expect(discover()).rejects.toThrow(TypeError)
  expect((await discover()).status).toBe(200)
})

test('a truncated body ends before the length that was told', async () => {
  await control('PUT', '/faults', { faults: [{ kind: 'truncated body', count: 1 }] })
  const response = await discover()
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
  await expect(response.text()).rejects.toThrow('terminated')
  await expect((await discover()).json()).resolves.toHaveProperty('issuer')
})

test('a slow body is whole in the end', async () => {
  await control('PUT', '/faults', { faults: [{ kind: 'slow body', milliseconds: 30 }] })
  await expect((await discover()).json()).resolves.toHaveProperty('issuer')
})

test('a request that is never answered ends when its client goes away', async () => {
  await control('PUT', '/faults', { faults: [{ kind: 'timeout' }] })
  const gone = new AbortController()
  const answer = discover(gone.signal)
  gone.abort(new Error('gone'))
  await expect(answer).rejects.toThrow('gone')
})

test('malformed JSON, a wrong content type and a page of a gateway arrive as such', async () => {
  await control('PUT', '/faults', {
    faults: [
      { kind: 'malformed JSON', count: 1 },
      { kind: 'server error', status: 502, after: 1, count: 1 },
      { kind: 'wrong content type', after: 1 },
    ],
  })
  await expect((await discover()).json()).rejects.toThrow(SyntaxError)
  const page = await discover()
  expect(page.status).toBe(502)
  expect((await discover()).headers.get('content-type')).toBe('text/html')
})
