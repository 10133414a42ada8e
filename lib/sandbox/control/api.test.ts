import { expect, test } from 'vitest'
import { identityOf } from '../identity'
import { makeClientCertificate } from '../standalone/certificates'
import { createControl } from '.'
import { createControlApi } from './api'

const identity = identityOf(1)
const token = 'the token'

function start() {
  const { control } = createControl({ identity })
  const answer = createControlApi(control, token)
  async function call(method: string, path: string, body?: unknown, authorization = `Bearer ${token}`) {
    const init = { method, headers: { authorization }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await answer(new Request(`https://certboard.example/sandbox/control${path}`, init))
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return { control, call }
}

test.each(['', 'Bearer ', 'Bearer the toke', 'Bearer the token2', 'Basic the token'])(
  'with %j nothing is told and nothing changes',
  async (authorization) => {
    const { control, call } = start()
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/reset'],
      ['GET', '/nowhere'],
    ] as const) {
      expect(await call(method, path, undefined, authorization)).toEqual({
        status: 401,
        body: { error: 'sandbox_control', message: 'The control token is missing or wrong.' },
      })
    }
    expect((await call('PATCH', '/conditions', { tenant: 'blocked' }, authorization)).status).toBe(401)
    expect(control.conditions().tenant).toBe('active')
  },
)

test('an app is registered, changed, given a certificate and deleted', async () => {
  const { certificate } = await makeClientCertificate(new Date())
  const { call } = start()
  const made = await call('POST', '/apps', { displayName: 'From a script', servicePrincipal: 'missing' })
  expect(made.body).toMatchObject({ displayName: 'From a script', servicePrincipal: 'missing', isMember: false })
  const path = `/apps/${made.body.clientId}`

  expect((await call('PATCH', path, { isMember: true })).body.message).toContain('without a service principal')
  const changed = await call('PATCH', path, { servicePrincipal: 'enabled', isMember: true, role: 'readers' })
  expect(changed.body).toMatchObject({ servicePrincipal: 'enabled', isMember: true, role: 'readers' })

  const { body } = await call('POST', `${path}/certificates`, { file: certificate })
  const again = await call('POST', `${path}/certificates`, {
    file: certificate.replaceAll(/-----[A-Z ]+-----|\s/g, ''),
  })
  expect(again.body).toEqual(body)
  expect((await call('GET', path)).body.certificates).toEqual([body])
  expect((await call('DELETE', `${path}/certificates/${body.thumbprintSha256}`)).status).toBe(204)
  expect((await call('DELETE', `${path}/certificates/${body.thumbprintSha256}`)).status).toBe(400)

  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('GET', path)).status).toBe(400)
  expect((await call('DELETE', `/apps/${identity.clientId}`)).body.message).toContain('cannot be deleted')
})

test('the key vault gets certificates, versions, disabled keys, rights and settings', async () => {
  const { call } = start()
  const first = await call('POST', '/key-vault/certificates/mine')
  const { body: second } = await call('POST', '/key-vault/certificates/mine')
  const { body: before } = await call('PATCH', `/key-vault/certificates/mine/${first.body.version}`, { enabled: false })
  expect(before).toEqual({
    url: 'https://contoso-vault.vault.azure.net',
    certificates: [{ name: 'mine', isDeleted: false, versions: [{ ...first.body, enabled: false }, second] }],
    roles: { [identity.managedIdentity.clientId]: ['Key Vault Reader', 'Key Vault Crypto User'] },
    permissions: {},
    settings: { access: 'roles', network: 'all', tenant: 'own' },
  })
  const rights = { roles: ['Key Vault Reader'], permissions: ['certificates get'] }
  await call('PUT', `/key-vault/roles/${identity.clientId}`, { roles: rights.roles })
  await call('PUT', `/key-vault/permissions/${identity.clientId}`, { permissions: rights.permissions })
  const { body } = await call('PATCH', '/key-vault', { network: 'selected' })
  expect(body.roles[identity.clientId]).toEqual(rights.roles)
  expect(body.permissions[identity.clientId]).toEqual(rights.permissions)
  expect(body.settings).toEqual({ ...before.settings, network: 'selected' })
})

test('what the key vault does not have is refused, and the name of what was deleted is not free', async () => {
  const { call } = start()
  await call('POST', '/key-vault/certificates/mine')
  expect((await call('DELETE', '/key-vault/certificates/mine')).status).toBe(204)
  expect((await call('POST', '/key-vault/certificates/mine')).body.message).toContain('has not been purged')
  expect((await call('DELETE', '/key-vault/certificates/other')).status).toBe(400)
  expect((await call('PUT', `/key-vault/roles/${identity.clientId}`, { roles: ['Owner'] })).status).toBe(400)
  expect((await call('PATCH', '/key-vault', { network: 'none' })).status).toBe(400)
  expect((await call('POST', '/key-vault/certificates/a_b')).status).toBe(400)
})

test('conditions, faults and limits are set, told, and gone after a reset', async () => {
  const { call } = start()
  const before = (await call('GET', '')).body
  const conditions = await call('PATCH', '/conditions', { conditionalAccess: 'blocks' })
  expect(conditions.body).toEqual({ ...before.conditions, conditionalAccess: 'blocks' })
  const faults = await call('PUT', '/faults', { faults: [{ kind: 'timeout', count: 2 }] })
  expect(faults.body).toEqual({ faults: [{ kind: 'timeout', route: '**', probability: 1, after: 0, count: 2 }] })
  await call('PUT', '/limits', { limits: 'harsh' })
  expect((await call('GET', '')).body).toMatchObject({ ...faults.body, limits: 'harsh' })
  await call('POST', '/apps', { displayName: 'Stays' })
  const calm = (await call('POST', '/calm')).body
  expect({ ...calm, apps: before.apps }).toEqual(before)
  expect(calm.apps).toHaveLength(2)
  expect((await call('POST', '/reset')).body).toEqual(before)
})

test.each([
  ['POST', '/apps', {}],
  ['POST', '/apps', { displayName: 'x', clientId: identity.clientId }],
  ['PATCH', '/conditions', { tenant: 'gone' }],
  ['PUT', '/faults', { faults: [{ kind: 'bad luck' }] }],
  ['PUT', '/limits', { limits: 'soft' }],
  ['PUT', '/limits', undefined],
])('%s %s with %j is refused with the reason', async (method, path, body) => {
  const { call } = start()
  const before = (await call('GET', '')).body
  const answer = await call(method, path, body)
  expect(answer).toMatchObject({
    status: 400,
    body: { error: 'sandbox_control', message: expect.stringMatching(/\w/) },
  })
  expect((await call('GET', '')).body).toEqual(before)
})

test('what is no operation is 404', async () => {
  const { call } = start()
  expect((await call('GET', '/apps/a/b')).status).toBe(404)
  expect((await call('DELETE', '/faults')).status).toBe(404)
})
