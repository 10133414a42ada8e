import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Agent } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWebhookSender, requireWebhookUrl } from './webhook'
import { newWebhookSecret } from './webhook-signature'

const notification = {
  id: 'certificate.expires/1/7',
  type: 'certificate.expires',
  subject: 'Ends soon',
  text: 'In 7 days.',
  data: { days: 7 },
}
const secret = newWebhookSecret()

const seen: { method?: string; url?: string; headers: Record<string, unknown>; body: string }[] = []
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { method = '', url = '', headers } = request
  seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
  if (url === '/silent') return
  if (url === '/moved') response.writeHead(307, { location: '/hook' })
  else response.writeHead(url === '/broken' ? 500 : 204)
  response.end()
})
const port = () => (server.address() as AddressInfo).port
const local = (path: string) => `http://127.0.0.1:${port()}${path}`

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const toAnyHost = createWebhookSender('any')
const toPublicHosts = createWebhookSender('public')

test('a message arrives as JSON, signed as Standard Webhooks describes', async () => {
  await toAnyHost({ url: local('/hook?team=1'), secret }, notification)
  const { method, url, headers, body } = seen.at(-1) ?? { headers: {}, body: '' }
  expect({ method, url }).toEqual({ method: 'POST', url: '/hook?team=1' })
  expect(headers['content-type']).toBe('application/json')
  expect(JSON.parse(body)).toEqual({
    type: 'certificate.expires',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    subject: 'Ends soon',
    text: 'Ends soon\n\nIn 7 days.',
    data: { days: 7 },
  })
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-id']).toBe(notification.id)
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(5)
})

test('a redirect is not followed', async () => {
  const before = seen.length
  await expect(toAnyHost({ url: local('/moved'), secret }, notification)).rejects.toMatchObject({
    code: 'webhook_failed',
    evidence: [{ label: 'Host' }, { label: 'Status', value: '307' }],
  })
  expect(seen).toHaveLength(before + 1)
})

test('an answer that is no success is told by its status, and without its body', async () => {
  await expect(toAnyHost({ url: local('/broken'), secret }, notification)).rejects.toMatchObject({
    code: 'webhook_failed',
    evidence: [
      { label: 'Host', value: `127.0.0.1:${port()}` },
      { label: 'Status', value: '500' },
    ],
  })
})

test('whoever does not answer is waited for five seconds', async () => {
  const started = performance.now()
  await expect(toAnyHost({ url: local('/silent'), secret }, notification)).rejects.toMatchObject({
    code: 'webhook_failed',
    evidence: [{ label: 'Host' }, { label: 'Reason', value: 'no answer within 5 seconds' }],
  })
  expect(Math.round((performance.now() - started) / 1000)).toBe(5)
})

test('nobody there is told by the reason', async () => {
  await expect(toAnyHost({ url: 'http://127.0.0.1:1/', secret }, notification)).rejects.toMatchObject({
    code: 'webhook_failed',
    evidence: [{ label: 'Host' }, { label: 'Reason', value: 'ECONNREFUSED' }],
  })
})

test.each([
  'http://hooks.example.com/',
  'ftp://hooks.example.com/',
  'https://user@hooks.example.com/',
  'https://:password@hooks.example.com/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://10.0.0.8/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[fd00::1]/',
  'not an address',
])('%s is refused before it is called', (url) => {
  expect(() => requireWebhookUrl(url, 'public')).toThrow(expect.objectContaining({ code: 'webhook_refused' }))
})

test.each(['https://hooks.example.com/x?y=1', 'https://hooks.example.com:8443/', 'https://8.8.8.8/'])(
  '%s may be called',
  (url) => {
    expect(requireWebhookUrl(url, 'public').href).toBe(url)
  },
)

test('a name that leads to this machine is refused when it is called', async () => {
  const before = seen.length
  const calling = toPublicHosts({ url: `https://localhost:${port()}/hook`, secret }, notification)
  await expect(calling).rejects.toMatchObject({ code: 'webhook_refused', field: 'webhookUrl' })
  expect(seen).toHaveLength(before)
})

test('a public host is called', async () => {
  const toServer = () =>
    new Agent({
      connect: (_options, callback) => {
        const socket = connect(port(), '127.0.0.1')
        socket.once('connect', () => callback(null, socket))
      },
    })
  await createWebhookSender('public', toServer)({ url: 'https://8.8.8.8/public', secret }, notification)
  expect(seen.at(-1)?.url).toBe('/public')
})
