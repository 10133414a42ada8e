import { describe, expect, test } from 'vitest'
import { createSandbox } from '..'
import { application, startGraph } from './test-graph'

const request = (path: string, authorization?: string) =>
  new Request(`https://graph.microsoft.com/${path}`, authorization ? { headers: { authorization } } : {})

describe('who may ask', () => {
  test('is told apart by what is wrong with the token', async () => {
    const { sandbox, signIn, automationId, token } = await startGraph()
    const stranger = await startGraph()
    const elsewhere = await signIn(automationId)
    const tokens = [
      [undefined, 'Access token is empty.'],
      ['Bearer ', 'Access token is empty.'],
      ['Bearer nonsense', 'CompactToken parsing failed with error code: 80049217'],
      [`Bearer ${elsewhere}`, 'Access token validation failure. Invalid audience.'],
      [`Bearer ${stranger.token}`, 'Access token validation failure.'],
    ] as const
    for (const [authorization, message] of tokens) {
      const answer = await sandbox.fetch(request('v1.0/applications', authorization))
      expect(answer.status).toBe(401)
      expect(JSON.parse(await answer.text())).toMatchObject({ error: { code: 'InvalidAuthenticationToken', message } })
    }
    expect((await sandbox.fetch(request('v1.0/applications', `Bearer ${token}`))).status).toBe(200)
  })

  test('is an app for as long as its token lasts', async () => {
    let instant = Date.now()
    const sandbox = await createSandbox({ items: 0, now: () => new Date(instant) })
    sandbox.control.changeApp(sandbox.info.clientId, { graphPermissions: ['Application.Read.All'] })
    sandbox.control.uploadCertificate(application.certificate)
    const response = await application.requestToken(sandbox, { scope: 'https://graph.microsoft.com/.default' })
    const { access_token: token } = JSON.parse(await response.text())
    const ask = () => sandbox.fetch(request('v1.0/applications', `Bearer ${token}`))
    expect((await ask()).status).toBe(200)
    instant += 2 * 3_600_000
    await expect((await ask()).text()).resolves.toContain('Lifetime validation failed, the token is expired.')
  })

  test('an app without permission may do nothing, one that may read cannot write', async () => {
    const none = await startGraph({ permissions: [] })
    const denied = await none.send('GET', 'applications')
    expect(denied).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } })
    expect(denied.body.error.message).toBe('Insufficient privileges to complete the operation.')

    const reader = await startGraph({ permissions: ['Application.Read.All'] })
    expect((await reader.send('GET', 'servicePrincipals')).status).toBe(200)
    expect((await reader.send('POST', 'applications', { displayName: 'New' })).status).toBe(403)
    expect((await reader.send('GET', 'oauth2PermissionGrants')).status).toBe(403)
    expect(reader.sandbox.control.apps()).toHaveLength(2)
  })

  test('a permission that is granted counts from the next token on', async () => {
    const { sandbox, automationId, send, signIn } = await startGraph({ permissions: [] })
    sandbox.control.changeApp(automationId, { graphPermissions: ['Application.Read.All'] })
    expect((await send('GET', 'applications')).status).toBe(403)
    const authorization = `Bearer ${await signIn(automationId, 'https://graph.microsoft.com/.default')}`
    expect((await send('GET', 'applications', undefined, { authorization })).status).toBe(200)
  })
})

describe('an answer', () => {
  test('repeats the request id that the client chose, in errors too', async () => {
    const { send } = await startGraph()
    const id = '11111111-2222-4333-8444-555555555555'
    const good = await send('GET', 'applications', undefined, { 'client-request-id': id })
    expect(good.headers.get('client-request-id')).toBe(id)
    const { body, headers } = await send('GET', 'applications/nobody', undefined, { 'client-request-id': id })
    expect(body.error.innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      'request-id': headers.get('request-id'),
      'client-request-id': id,
    })
  })

  test('is the same under beta, and names its own version', async () => {
    const { sandbox, token } = await startGraph()
    for (const version of ['v1.0', 'beta']) {
      const answer = await sandbox.fetch(request(`${version}/applications`, `Bearer ${token}`))
      expect(JSON.parse(await answer.text())).toMatchObject({
        '@odata.context': `https://graph.microsoft.com/${version}/$metadata#applications`,
      })
    }
  })

  test.each([
    'v1.0/users?secret=1',
    'v2.0/applications',
    'v1.0/applications/x/owners',
    'v1.0/applications/$count',
    '%',
    'v1.0/%',
  ])('to %s is 501 in the envelope of errors, without the query', async (path) => {
    const { sandbox, token } = await startGraph()
    const answer = await sandbox.fetch(request(path, `Bearer ${token}`))
    expect(answer.status).toBe(501)
    const { error } = JSON.parse(await answer.text())
    expect(error.code).toBe('sandbox_not_emulated')
    expect(error.message).not.toContain('secret')
  })
})

test('the tenant is told; nobody is signed in whom /me could mean', async () => {
  const { send, sandbox } = await startGraph()
  const { tenantId, tenantDomain } = sandbox.info
  expect((await send('GET', 'organization')).body.value).toEqual([
    expect.objectContaining({ id: tenantId, verifiedDomains: [expect.objectContaining({ name: tenantDomain })] }),
  ])
  expect(await send('GET', 'me')).toMatchObject({
    status: 400,
    body: { error: { message: '/me request is only valid with delegated authentication flow.' } },
  })
})
