import { once } from 'node:events'
import { createServer as createProxy, type Server } from 'node:http'
import { type AddressInfo, connect, type LookupFunction } from 'node:net'
import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { peerCertificate } from './peer-certificate'

const { openssl, read } = opensslFolder()
openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=dev.azure.com/O=Inspection -days 9')
const impostor = createServer({ key: read('key.pem'), cert: read('cert.pem') })

const asked: { target: string | undefined; credentials: string | undefined }[] = []
const proxy: Server = createProxy().on('connect', ({ url, headers }, socket) => {
  asked.push({ target: url, credentials: headers['proxy-authorization'] })
  const upstream = connect(portOf(impostor), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    upstream.pipe(socket).pipe(upstream)
  })
})

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
const lookup: LookupFunction = (_name, { all }, callback) =>
  all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4)

beforeAll(async () => {
  for (const server of [impostor, proxy]) await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  impostor.close()
  proxy.close()
  proxy.closeAllConnections()
})

const shown = expect.arrayContaining([
  { label: 'Certificate shown', value: 'dev.azure.com, Inspection' },
  { label: 'Issued by', value: 'dev.azure.com, Inspection' },
])

test('who answers in Microsoft’s place is named by its certificate', async () => {
  expect(await peerCertificate('dev.azure.com', { lookup, port: portOf(impostor) })).toEqual(shown)
})

test('it is found also behind a proxy that wants to know who asks', async () => {
  const way = { lookup, proxy: `http://us%40er:pass@127.0.0.1:${portOf(proxy)}` }
  expect(await peerCertificate('dev.azure.com', way)).toEqual(shown)
  const credentials = `Basic ${Buffer.from('us@er:pass').toString('base64')}`
  expect(asked).toEqual([{ target: 'dev.azure.com:443', credentials }])
})

test('nothing is said where nobody answers', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const port = portOf(free)
  await new Promise((closed) => free.close(closed))
  expect(await peerCertificate('dev.azure.com', { lookup, port })).toEqual([])
})
