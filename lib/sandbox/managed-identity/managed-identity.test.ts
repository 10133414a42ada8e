import { expect, test } from 'vitest'
import { createSandbox } from '..'

const sandbox = await createSandbox({ items: 0 })
const { clientId, endpoint, header } = sandbox.info.managedIdentity

async function ask(url: string, headers: Record<string, string> = {}) {
  const response = await sandbox.fetch(new Request(url, { headers }))
  return { status: response.status, body: JSON.parse(await response.text()) }
}

const metadata = (query: string, headers: Record<string, string> = { metadata: 'true' }) =>
  ask(`http://169.254.169.254/metadata/identity/oauth2/token?${query}`, headers)
const appService = (query: string, headers: Record<string, string> = { 'x-identity-header': header }) =>
  ask(`${endpoint}?${query}`, headers)

const vault = 'resource=https%3A%2F%2Fvault.azure.net'

test.each([
  ['the metadata service', () => metadata(`api-version=2018-02-01&${vault}`)],
  ['App Service', () => appService(`api-version=2019-08-01&${vault}&client_id=${clientId}`)],
])('%s gives a token for the key vault', async (_, act) => {
  const { status, body } = await act()
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { client_id: clientId, resource: 'https://vault.azure.net', token_type: 'Bearer' },
  })
  expect(Number(body.expires_on)).toBeGreaterThan(Date.now() / 1000)
  const headers = { authorization: `Bearer ${body.access_token}` }
  expect((await ask(`${sandbox.info.keyVault.url}/certificates?api-version=7.4`, headers)).status).toBe(200)
})

test('the metadata service refuses whoever lacks the header, a parameter or the identity', async () => {
  const refused = async (query: string, headers?: Record<string, string>) =>
    (await metadata(query, headers)).body.error_description
  expect(await refused(`api-version=2018-02-01&${vault}`, {})).toBe('Required metadata header not specified')
  expect(await refused(`api-version=2018-02-01&${vault}`, { metadata: 'true', 'x-forwarded-for': '10.0.0.1' })).toBe(
    'Required metadata header not specified',
  )
  expect(await refused(vault)).toContain('api-version')
  expect(await refused('api-version=2018-02-01')).toContain('resource')
  expect(await refused(`api-version=2018-02-01&${vault}&client_id=other`)).toBe('Identity not found')
  expect(await refused('api-version=2018-02-01&resource=https://nothing.example')).toContain('AADSTS500011')
})

test('App Service refuses whoever lacks its secret, a parameter or the identity', async () => {
  const good = `api-version=2019-08-01&${vault}`
  expect((await appService(good, {})).status).toBe(401)
  expect((await appService(vault)).status).toBe(400)
  expect((await appService(`${good}&principal_id=other`)).body.message).toContain('No Managed Identity found')
})

test('a machine without an identity gets no token', async () => {
  sandbox.control.setConditions({ managedIdentity: 'missing' })
  expect(await metadata(`api-version=2018-02-01&${vault}`)).toMatchObject({ status: 400 })
  expect(await appService(`api-version=2019-08-01&${vault}`)).toMatchObject({ status: 400 })
  sandbox.control.calm()
  expect(await metadata(`api-version=2018-02-01&${vault}`)).toMatchObject({ status: 200 })
})

test('nothing else of the two services is emulated', async () => {
  expect((await ask('http://169.254.169.254/metadata/instance?api-version=2021-02-01')).status).toBe(501)
})
