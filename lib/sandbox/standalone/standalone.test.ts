import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { type Dispatcher, fetch, getGlobalDispatcher, ProxyAgent, request, setGlobalDispatcher } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStandalone } from '.'

const lines: string[] = []
const options = { port: 0, items: 20, seed: 1, latency: 0, log: true }
let standalone: Awaited<ReturnType<typeof startStandalone>>
let dispatcher: Dispatcher

beforeAll(async () => {
  standalone = await startStandalone(options, (line) => lines.push(line))
  const { proxy, caFile } = standalone.ready
  dispatcher = new ProxyAgent({ uri: proxy, requestTls: { ca: readFileSync(caFile, 'utf8') } })
})
afterAll(async () => {
  await dispatcher.close()
  await standalone.stop()
})

/** What a person gets who follows the documentation: a certificate and its key from the openssl command line. */
function opensslCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-openssl-'))
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const files = ['-keyout', key, '-out', certificate]
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=made by openssl', '-days', '30', ...files],
      { stdio: 'ignore' },
    )
    return { privateKey: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('@azure/msal-node, unmodified, through the proxy', () => {
  const { privateKey, certificate } = opensslCertificate()
  const x509 = new X509Certificate(certificate)
  const hex = (fingerprint: string) => fingerprint.replaceAll(':', '')

  /** Each call is a client of its own, so that no token comes from a cache. */
  async function acquire(thumbprint: { thumbprint: string } | { thumbprintSha256: string }, x5c?: string) {
    const { tenantId, clientId, scope } = standalone.ready
    const client = new ConfidentialClientApplication({
      auth: {
        clientId,
        authority: `https://login.microsoftonline.com/${tenantId}`,
        clientCertificate: { ...thumbprint, privateKey, ...(x5c ? { x5c } : {}) },
      },
    })
    return await client.acquireTokenByClientCredential({ scopes: [scope] })
  }

  let original: Dispatcher
  beforeAll(() => {
    original = getGlobalDispatcher()
    setGlobalDispatcher(dispatcher)
  })
  afterAll(() => setGlobalDispatcher(original))

  test('is refused with AADSTS700027 before the certificate is uploaded', async () => {
    const asked = acquire({ thumbprintSha256: hex(x509.fingerprint256) })
    await expect(asked).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS700027'),
    })
  })

  test('gets a token with PS256 and SHA-256, with RS256 and SHA-1, and with the chain', async () => {
    standalone.sandbox.control.uploadCertificate(certificate)
    const results = [
      await acquire({ thumbprintSha256: hex(x509.fingerprint256) }),
      await acquire({ thumbprint: hex(x509.fingerprint) }),
      await acquire({ thumbprintSha256: hex(x509.fingerprint256) }, certificate),
    ]
    for (const result of results) {
      expect(result?.tokenType).toBe('Bearer')
      expect(result?.accessToken).toMatch(/^eyJ/)
    }
  })

  test('reads the organization with that token', async () => {
    const token = await acquire({ thumbprintSha256: hex(x509.fingerprint256) })
    const { organizationUrl, projects } = standalone.ready
    const response = await fetch(`${organizationUrl}/_apis/projects?api-version=7.1`, {
      dispatcher,
      headers: { authorization: `Bearer ${token?.accessToken}` },
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ count: projects.length })
  })
})

describe('the proxy', () => {
  function statusOf(method: string, path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = httpRequest(standalone.ready.proxy, { method, path, agent: false })
      asked.on('connect', (response, socket) => {
        socket.destroy()
        resolve(response.statusCode)
      })
      asked.on('response', (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject).end()
    })
  }

  test.each([
    ['leads a known host to the sandbox', 'CONNECT', 'dev.azure.com:443', 200],
    ['refuses a tunnel to any other host', 'CONNECT', 'example.com:443', 403],
    ['refuses another port of a known host', 'CONNECT', 'dev.azure.com:8443', 403],
    ['refuses a tunnel without a port', 'CONNECT', 'dev.azure.com', 403],
    ['refuses requests that are not tunnels', 'GET', 'http://dev.azure.com/', 403],
  ])('%s', async (_, method, path, status) => {
    await expect(statusOf(method, path)).resolves.toBe(status)
  })
})

describe('the server', () => {
  test('answers 501 for what the sandbox does not emulate', async () => {
    const response = await fetch('https://app.vssps.visualstudio.com/_apis/profile/profiles/me', { dispatcher })
    expect(response.status).toBe(501)
    expect(await response.json()).toMatchObject({ message: expect.stringContaining('does not emulate') })
  })

  test('answers 400 for a request that cannot be read', async () => {
    const options = { dispatcher, method: 'TRACE' } as const
    const { statusCode, body } = await request('https://dev.azure.com/contoso', options)
    await body.dump()
    expect(statusCode).toBe(400)
  })

  test('logs method, host, path, status and time, and no value that could be secret', async () => {
    const before = lines.length
    const form = { method: 'POST', body: 'a=secret', headers: { authorization: 'Bearer secret' } }
    const { host, pathname } = new URL(standalone.ready.tokenUrl)
    await (await fetch(`${standalone.ready.tokenUrl}?b=secret`, { dispatcher, ...form })).text()
    expect(lines.slice(before)).toEqual([expect.stringMatching(/^POST \S+ 400 \d+ ms$/)])
    expect(lines.at(-1)).toContain(`${host}${pathname} `)
  })
})

test('the address and the ids are those of the sandbox, and the certificate is registered', () => {
  const { ready, sandbox } = standalone
  const { thumbprintSha1, thumbprintSha256 } = ready
  expect(ready).toMatchObject({ ready: true, tokenUrl: sandbox.info.tokenUrl, clientId: sandbox.info.clientId })
  const registered = { thumbprintSha1, thumbprintSha256 }
  expect(sandbox.control.appRegistration().certificates).toContainEqual(expect.objectContaining(registered))
  const file = readFileSync(ready.certificateFile, 'utf8')
  expect(file).toContain('PRIVATE KEY')
  expect(new X509Certificate(file).fingerprint256.replaceAll(':', '')).toBe(thumbprintSha256)
})

test('the automation app may register apps and administers the organization, the practice app may neither', () => {
  const { ready, sandbox } = standalone
  const { automation, clientId } = ready
  expect(sandbox.control.appRegistration(automation.clientId)).toMatchObject({
    graphPermissions: expect.arrayContaining(['Application.ReadWrite.All']),
    role: 'collection administrators',
    isMember: true,
  })
  expect(sandbox.control.appRegistration(clientId)).toMatchObject({ graphPermissions: [], role: 'contributors' })
  const { certificates } = sandbox.control.appRegistration(automation.clientId)
  const { fingerprint256 } = new X509Certificate(readFileSync(automation.certificateFile, 'utf8'))
  expect(certificates).toMatchObject([{ thumbprintSha256: fingerprint256.replaceAll(':', '') }])
})
