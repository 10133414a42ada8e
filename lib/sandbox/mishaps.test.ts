/** What goes wrong in the middle, seen from a client that was let in before. */
import { beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '.'
import { type FaultInput, faultSchema } from './faults/fault'
import { createTestApplication } from './test-application'

const application = await createTestApplication()
const now = new Date()

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await createSandbox({ items: 20, now: () => now })
  sandbox.control.uploadCertificate(application.certificate)
})

const befall = (...faults: FaultInput[]) => sandbox.control.setFaults(faults.map((fault) => faultSchema.parse(fault)))

const requestToken = (): Promise<Response> => application.requestToken(sandbox)

async function signIn(): Promise<string> {
  const answer: { access_token: string } = JSON.parse(await (await requestToken()).text())
  return answer.access_token
}

const projects = (token: string): Promise<Response> =>
  sandbox.fetch(
    new Request(`${sandbox.info.organizationUrl}/_apis/projects?api-version=7.1`, {
      headers: { authorization: `Bearer ${token}`, 'x-tfs-fedauthredirect': 'Suppress' },
    }),
  )

test('a token expires in the middle: 401, and the next request with it is good again', async () => {
  const token = await signIn()
  befall({ kind: 'expired token', route: 'dev.azure.com/**', after: 1, count: 1 })
  expect((await projects(token)).status).toBe(200)
  expect((await projects(token)).status).toBe(401)
  expect((await projects(token)).status).toBe(200)
})

test('the certificate is removed in the middle: the token lasts, the next one is refused', async () => {
  befall({ kind: 'certificates removed', route: 'dev.azure.com/**', count: 1 })
  const token = await signIn()
  expect((await projects(token)).status).toBe(200)
  expect((await projects(token)).status).toBe(200)
  await expect((await requestToken()).text()).resolves.toContain('AADSTS700027')
})

test('the member is removed in the middle: TF401444 with the same token', async () => {
  const token = await signIn()
  befall({ kind: 'member removed', route: 'dev.azure.com/**', after: 1 })
  expect((await projects(token)).status).toBe(200)
  await expect((await projects(token)).text()).resolves.toContain('TF401444')
})

test('a clock that is an hour fast shows in the Date header and refuses good assertions', async () => {
  befall({ kind: 'clock skew', seconds: 3600, route: 'login.microsoftonline.com/**' })
  const response = await requestToken()
  expect(response.headers.get('date')).toBe(new Date(now.getTime() + 3_600_000).toUTCString())
  await expect(response.text()).resolves.toContain('AADSTS700024')
  expect((await projects('none')).headers.get('date')).toBe(now.toUTCString())
})

test('a storm of 429 speaks as each service does', async () => {
  befall({ kind: 'throttled', retryAfter: 9 })
  const login = await requestToken()
  expect([login.status, login.headers.get('retry-after'), await login.text()]).toEqual([429, '9', 'Too Many Requests'])
  const organization = await projects('none')
  expect([organization.status, organization.headers.get('retry-after')]).toEqual([429, '9'])
  await expect(organization.text()).resolves.toContain('RequestBlockedException')
  const graph = await sandbox.fetch(new Request('https://graph.microsoft.com/v1.0/applications'))
  expect([graph.status, graph.headers.get('retry-after'), await graph.text()]).toEqual([429, '9', 'Too Many Requests'])
})

test('Entra ID refuses with a number that no condition raises; one that a condition raises needs that condition', async () => {
  befall({ kind: 'entra refusal', code: 90033, route: 'login.microsoftonline.com/**', count: 1 })
  const refused = await requestToken()
  expect(refused.status).toBe(503)
  await expect(refused.text()).resolves.toContain('AADSTS90033')
  befall({ kind: 'entra refusal', code: 53003, route: 'login.microsoftonline.com/**' })
  expect((await requestToken()).status).toBe(200)
})

test('a stopped organization and a blocked tenant turn away whoever was let in', async () => {
  const token = await signIn()
  sandbox.control.setConditions({ organization: 'stopped' })
  expect((await projects(token)).ok).toBe(false)
  sandbox.control.setConditions({ organization: 'running', tenant: 'blocked' })
  await expect((await requestToken()).text()).resolves.toContain('AADSTS5000224')
})

test('limits pace the organization alone, whoever asks', async () => {
  const token = await signIn()
  sandbox.control.setLimits('harsh')
  for (let time = 0; time < 16; time++) await projects(token)
  const warned = await projects(token)
  expect(warned.headers.get('x-ratelimit-limit')).toBe('2')
  expect((await requestToken()).headers.get('x-ratelimit-limit')).toBeNull()
})
