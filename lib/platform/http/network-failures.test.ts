/** The failures that the suites inject, as real sockets, TLS and proxies bring them about. */
import { once } from 'node:events'
import { createServer as createProxy } from 'node:http'
import { type AddressInfo, createServer, type LookupFunction, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { Agent, buildConnector, ProxyAgent } from 'undici'
import { afterEach, expect, test, vi } from 'vitest'
import { isAppError } from '#lib/platform/errors/index'
import { makeCertificate, rsaAlgorithm } from '#lib/sandbox/standalone/make-certificate'
import { exchange } from './exchange'
import { createNetworkFetch } from './network-fetch'

// Who it is that shows an untrusted certificate is asked through the proxy, and here there is none.
vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1')

const codes = { unreachable: 'azure_devops_unreachable', timeout: 'azure_devops_timeout' } as const
const day = 24 * 60 * 60 * 1000
const inDays = (days: number): Date => new Date(Date.now() + days * day)

interface Listening {
  address(): AddressInfo | string | null
  listen(port: number, host: string): unknown
  close(): unknown
}
const open: Listening[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function portOf<Server extends Listening & NodeJS.EventEmitter>(server: Server): Promise<number> {
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Whatever the host, the connection goes to a port of this machine; its name and certificate are checked all the same. */
function leadingTo(port: number, options: buildConnector.BuildOptions = {}): Agent {
  const lookup: LookupFunction = (_, { all }, callback) =>
    all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)
  const connector = buildConnector({ lookup, ...options })
  return new Agent({ connect: (asked, callback) => connector({ ...asked, port: String(port) }, callback) })
}

async function failureOf(pool: Agent | ProxyAgent): Promise<string> {
  const requestWith = (signal: AbortSignal) => new Request('https://dev.azure.com/contoso', { signal })
  try {
    await exchange(
      createNetworkFetch(() => pool),
      requestWith,
      { timeoutMs: 10_000, codes },
    )
    return 'none'
  } catch (failure) {
    return isAppError(failure) ? failure.code : String(failure)
  } finally {
    await pool.destroy()
  }
}

const makeServerCertificate = (commonName: string, from: number, to: number) =>
  makeCertificate({ commonName, algorithm: rsaAlgorithm(2048), notBefore: inDays(from), notAfter: inDays(to) })

interface TlsOptions {
  readonly name?: string
  readonly from?: number
  readonly to?: number
  readonly isTrusted?: boolean
  readonly answer?: (socket: Socket) => void
}

async function tlsFailure({ name = 'dev.azure.com', from = -1, to = 1, isTrusted = true, answer }: TlsOptions) {
  const { certificate, key } = await makeServerCertificate(name, from, to)
  const server = createTlsServer({ key, cert: certificate }, (socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer?.(socket))
  }).on('tlsClientError', () => undefined)
  return await failureOf(leadingTo(await portOf(server), isTrusted ? { ca: certificate } : {}))
}

/** A plain server that does something with each connection. */
const plainFailure = async (act: (socket: Socket) => void) =>
  await failureOf(leadingTo(await portOf(createServer((socket) => act(socket.on('error', () => undefined))))))

test('nobody listens', async () => {
  const server = createServer()
  const port = await portOf(server)
  await new Promise((closed) => server.close(closed))
  expect(await failureOf(leadingTo(port))).toBe('network_refused')
})

test('the name is not known', async () => {
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })
  const lookup: LookupFunction = (_, __, callback) => callback(unknown, [])
  expect(await failureOf(leadingTo(1, { lookup }))).toBe('network_name_unknown')
})

test('the connection is reset', async () => {
  expect(await plainFailure((socket) => socket.resetAndDestroy())).toBe('network_connection_lost')
})

test('plain HTTP answers on port 443', async () => {
  expect(await plainFailure((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))).toBe('tls_failed')
})

const half = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"value"'
test.each<[string, string, TlsOptions]>([
  ['an unknown authority', 'tls_not_trusted', { isTrusted: false }],
  ['a certificate that has expired', 'tls_expired', { from: -3, to: -1 }],
  ['a certificate that is not valid yet', 'tls_not_yet_valid', { from: 1, to: 3 }],
  ['a certificate for another name', 'tls_name_differs', { name: 'portal.example' }],
  ['an answer that is not HTTP', 'network_answer_garbled', { answer: (socket) => socket.end('220 smtp.example\r\n') }],
  ['an answer that breaks off', 'network_connection_lost', { answer: (socket) => socket.end(half) }],
  ['a connection that ends without an answer', 'network_connection_lost', { answer: (socket) => socket.end() }],
  ['a good answer', 'none', { answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}') }],
])('%s: %s', async (_, code, options) => {
  expect(await tlsFailure(options)).toBe(code)
})

test.each([
  [407, 'proxy_sign_in_required'],
  [403, 'proxy_refused'],
  [502, 'proxy_refused'],
])('a proxy that answers %i: %s', async (status, code) => {
  const proxy = createProxy().on('connect', (_, socket) =>
    socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`),
  )
  expect(await failureOf(new ProxyAgent(`http://127.0.0.1:${await portOf(proxy)}`))).toBe(code)
})

test('a proxy that is not there', async () => {
  expect(await failureOf(new ProxyAgent('http://127.0.0.1:1'))).toBe('proxy_unreachable')
})
