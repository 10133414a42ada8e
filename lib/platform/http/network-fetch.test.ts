import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Agent } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNetworkFetch, createPool, isPublicAddress, networkFetch, publicLookup } from './network-fetch'

const seen: { method?: string; headers: Record<string, unknown>; body: string }[] = []
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { method = '', headers } = request
  seen.push({ method, headers, body: Buffer.concat(chunks).toString() })
  if (request.url === '/zipped') {
    response.writeHead(200, { 'content-encoding': 'gzip', 'x-seen': ['1', '2'] }).end(gzipSync('{"value":"ü"}'))
    return
  }
  if (request.url === '/endless') {
    const zeros = Buffer.alloc(1024 * 1024)
    while (!response.destroyed) {
      if (!response.write(zeros)) await Promise.race([once(response, 'drain'), once(response, 'close')])
    }
    return
  }
  if (request.url === '/bomb') {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(129 * 1024 * 1024)))
    return
  }
  if (request.url === '/empty') {
    response.writeHead(204).end()
    return
  }
  response.writeHead(302, { location: 'https://dev.azure.com/elsewhere', 'set-cookie': 'session=1' }).end('moved')
})

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Whatever the host, the connection goes to the server above, without TLS. */
const fetchLocal = createNetworkFetch(() =>
  createPool((_options, callback) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.once('connect', () => callback(null, socket))
  }),
)

test.each([
  ['goes on for ever', '/endless', 'UND_ERR_RES_EXCEEDED_MAX_SIZE'],
  ['unpacks to more than memory is for', '/bomb', 'ERR_BUFFER_TOO_LARGE'],
])('an answer that %s is given up', async (_, path, code) => {
  await expect(fetchLocal(new Request(`https://dev.azure.com${path}`))).rejects.toMatchObject({ code })
})

test('a request arrives whole, and a redirect is left to the caller', async () => {
  const body = JSON.stringify({ query: 'SELECT …' })
  const headers = { 'content-type': 'application/json', authorization: 'Bearer t' }
  const response = await fetchLocal(new Request('https://dev.azure.com/contoso', { method: 'POST', headers, body }))
  expect(response.status).toBe(302)
  expect(await response.text()).toBe('moved')
  expect(seen.at(-1)).toMatchObject({ method: 'POST', headers, body })
})

test('a compressed answer arrives as what it was, without the headers of the wire', async () => {
  const response = await fetchLocal(new Request('https://dev.azure.com/zipped'))
  expect(JSON.parse(await response.text())).toEqual({ value: 'ü' })
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(response.headers.get('x-seen')).toBe('1, 2')
})

test('an answer without a body has none', async () => {
  const response = await fetchLocal(new Request('https://dev.azure.com/empty'))
  expect([response.status, await response.text()]).toEqual([204, ''])
})

test('cookies are not kept', async () => {
  await fetchLocal(new Request('https://dev.azure.com/contoso'))
  await fetchLocal(new Request('https://dev.azure.com/contoso'))
  expect(seen.at(-1)?.headers).not.toHaveProperty('cookie')
})

test('an abort ends a request', async () => {
  const request = new Request('https://dev.azure.com/contoso', { signal: AbortSignal.abort(new Error('left')) })
  await expect(fetchLocal(request)).rejects.toThrow('left')
})

test.each([
  'https://login.microsoftonline.com/x',
  'https://login.windows.net/x',
  'https://dev.azure.com/contoso',
  'https://vssps.dev.azure.com/contoso',
  'https://contoso.visualstudio.com/',
  'https://app.vssps.visualstudio.com/',
  'https://contoso-vault.vault.azure.net/certificates',
])('%s may be called', async (url) => {
  expect((await fetchLocal(new Request(url))).status).toBe(302)
})

test.each([
  'https://example.com/',
  'https://dev.azure.com.example.com/',
  'https://evildev.azure.com/',
  'https://example.com/?https://dev.azure.com',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'http://dev.azure.com/contoso',
  'https://dev.azure.com:8443/contoso',
  'https://login.microsoftonline.us/x',
  'https://vault.azure.net/',
  'https://a.b.vault.azure.net/',
  'https://contoso.vault.usgovcloudapi.net/',
  'http://169.254.169.254/metadata/identity/oauth2/token',
])('%s may not', async (url) => {
  await expect(networkFetch(new Request(url))).rejects.toMatchObject({ code: 'host_not_allowed' })
})

test.each([
  ['8.8.8.8', true],
  ['20.190.160.1', true],
  ['2603:1030:7::1', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::a00:1', false],
  ['64:ff9b::13.107.42.20', true],
  ['2002:7f00:1::', false],
  ['not an address', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

type Resolve = NonNullable<Parameters<typeof publicLookup>[0]>
const resolveTo = (...addresses: string[]) =>
  ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )
  }) as unknown as Resolve

const look = (resolve: Resolve, all: boolean) =>
  new Promise((settle) => {
    publicLookup(resolve)('dev.azure.com', { all }, (error, address) => settle(error ?? address))
  })

test('a name is resolved to its public addresses', async () => {
  expect(await look(resolveTo('13.107.42.20', '13.107.42.21'), true)).toHaveLength(2)
  expect(await look(resolveTo('13.107.42.20'), false)).toBe('13.107.42.20')
})

test('a name with one private address among public ones is refused', async () => {
  const found = await look(resolveTo('13.107.42.20', '169.254.169.254'), true)
  expect(found).toMatchObject({ code: 'network_address_private' })
})

test('a name without an address is an error', async () => {
  expect(await look(resolveTo(), true)).toBeInstanceOf(Error)
})

test('the refusal of a name reaches the caller as what it is', async () => {
  const pool = () => new Agent({ connect: { lookup: publicLookup(resolveTo('10.0.0.1')) } })
  const answer = createNetworkFetch(pool)(new Request('https://dev.azure.com/contoso'))
  await expect(answer).rejects.toMatchObject({ code: 'network_address_private' })
})
