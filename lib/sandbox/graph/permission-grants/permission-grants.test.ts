import { expect, test } from 'vitest'
import { startGraph } from '../test-graph'

/** The practice app asks for one permission, and an administrator may consent to it. */
async function startGranting() {
  const { sandbox, send } = await startGraph()
  const { clientId, servicePrincipalObjectId } = sandbox.info
  sandbox.control.changeApp(clientId, { permissions: ['vso.work'] })
  const resource = await send('GET', "servicePrincipals(appId='499b84ac-1321-427f-aa17-267ca6975798')")
  const sent = {
    clientId: servicePrincipalObjectId,
    consentType: 'AllPrincipals',
    principalId: null,
    resourceId: resource.body.id,
    scope: 'vso.work vso.project',
  }
  return { sandbox, send, sent }
}

test('consent is given, found, changed and withdrawn, and the portal shows it', async () => {
  const { sandbox, send, sent } = await startGranting()
  const { status, body } = await send('POST', 'oauth2PermissionGrants', sent)
  expect({ status, body }).toMatchObject({ status: 201, body: sent })
  const granted = { permissions: ['vso.work', 'vso.project'], hasAdminConsent: true }
  expect(sandbox.control.appRegistration()).toMatchObject(granted)

  const filter = encodeURIComponent(`clientId eq '${sent.clientId}'`)
  expect((await send('GET', `oauth2PermissionGrants?$filter=${filter}`)).body.value).toEqual([{ ...sent, id: body.id }])
  expect(await send('POST', 'oauth2PermissionGrants', sent)).toMatchObject({
    status: 409,
    body: { error: { message: 'Permission entry already exists.' } },
  })
  const address = `oauth2PermissionGrants/${body.id}`
  expect((await send('PATCH', address, { scope: 'vso.code' })).status).toBe(204)
  expect((await send('GET', address)).body).toMatchObject({ scope: 'vso.code' })
  expect((await send('DELETE', address)).status).toBe(204)
  expect(sandbox.control.appRegistration()).toMatchObject({ permissions: ['vso.code'], hasAdminConsent: false })
  expect((await send('GET', address)).status).toBe(404)
})

test('consent that an administrator gives at the portal is a grant too', async () => {
  const { sandbox, send, sent } = await startGranting()
  expect((await send('GET', 'oauth2PermissionGrants')).body.value).toEqual([])
  sandbox.control.changeApp(sandbox.info.clientId, { hasAdminConsent: true })
  expect((await send('GET', 'oauth2PermissionGrants')).body.value).toMatchObject([
    { clientId: sent.clientId, scope: 'vso.work' },
  ])
})

test.each([
  ['a client that is no service principal', { clientId: '99999999-0000-4000-8000-000000000000' }, 400],
  ['a resource that the tenant does not have', { resourceId: '99999999-0000-4000-8000-000000000000' }, 400],
  ['a kind of consent that there is not', { consentType: 'Nobody' }, 400],
  ['nothing to consent to', { scope: '' }, 400],
  ['consent of one person, of whom there are none', { consentType: 'Principal' }, 501],
])('%s is refused', async (_, more, status) => {
  const { sandbox, send, sent } = await startGranting()
  expect((await send('POST', 'oauth2PermissionGrants', { ...sent, ...more })).status).toBe(status)
  expect(sandbox.control.appRegistration().hasAdminConsent).toBe(false)
})
