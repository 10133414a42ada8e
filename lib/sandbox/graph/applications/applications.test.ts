import { describe, expect, test } from 'vitest'
import { application, startGraph } from '../test-graph'

describe('an app that is registered', () => {
  test('is at the portal, empty and without a service principal: AADSTS7000229 until one is made', async () => {
    const { sandbox, send, signIn } = await startGraph()
    const { status, body } = await send('POST', 'applications', { displayName: 'From a script' })
    expect({ status, signInAudience: body.signInAudience }).toEqual({ status: 201, signInAudience: 'AzureADMyOrg' })
    expect(sandbox.control.appRegistration(body.appId)).toMatchObject({
      objectId: body.id,
      displayName: 'From a script',
      servicePrincipal: 'missing',
      certificates: [],
      isMember: false,
    })
    sandbox.control.uploadCertificate(application.certificate, body.appId)
    await expect(signIn(body.appId)).resolves.toContain('AADSTS7000229')
    expect((await send('POST', 'servicePrincipals', { appId: body.appId })).status).toBe(201)
    await expect(signIn(body.appId)).resolves.toMatch(/^eyJ/)
  })

  test('is found by object ID and by client ID, each in its own place', async () => {
    const { sandbox, send } = await startGraph()
    const { clientId, objectId } = sandbox.control.appRegistration()
    const addresses = [
      `applications/${objectId}`,
      `Applications(appId='${clientId}')`,
      `applications(appId=%27${clientId}%27)`,
    ]
    for (const address of addresses) {
      expect((await send('GET', address)).body).toMatchObject({ id: objectId, appId: clientId })
    }
    for (const address of [`applications/${clientId}`, `applications(appId='${objectId}')`]) {
      expect(await send('GET', address)).toMatchObject({
        status: 404,
        body: { error: { code: 'Request_ResourceNotFound' } },
      })
    }
  })

  test('changes by what is named and keeps the rest', async () => {
    const { sandbox, send } = await startGraph()
    const { body } = await send('POST', 'applications', { displayName: 'First', isFallbackPublicClient: true })
    const changed = await send('PATCH', `applications/${body.id}`, {
      displayName: 'Second',
      signInAudience: 'AzureADMultipleOrgs',
    })
    expect(changed).toMatchObject({ status: 204, body: undefined })
    expect(sandbox.control.appRegistration(body.appId)).toMatchObject({
      displayName: 'Second',
      signInAudience: 'AzureADMultipleOrgs',
      isPublicClient: true,
      servicePrincipal: 'missing',
    })
    expect((await send('PATCH', `applications(appId='${body.appId}')`, {})).status).toBe(204)
  })

  test('asks for permissions of Azure DevOps by their ids, and loses consent when it asks for more', async () => {
    const { sandbox, send } = await startGraph()
    const { clientId, objectId } = sandbox.control.appRegistration()
    const work = { id: '3214d9aa-5551-4ef3-a866-22914177e2a4', type: 'Scope' }
    const project = { id: '7b1a2725-1134-40f5-a891-d20bbb122919', type: 'Scope' }
    const ask = (...resourceAccess: unknown[]) =>
      send('PATCH', `applications/${objectId}`, {
        requiredResourceAccess: [{ resourceAppId: '499b84ac-1321-427f-aa17-267ca6975798', resourceAccess }],
      })
    await ask(work)
    expect((await send('GET', `applications/${objectId}`)).body.requiredResourceAccess).toEqual([
      { resourceAppId: '499b84ac-1321-427f-aa17-267ca6975798', resourceAccess: [work] },
    ])
    sandbox.control.changeApp(clientId, { hasAdminConsent: true })
    await ask(work, work)
    expect(sandbox.control.appRegistration()).toMatchObject({ permissions: ['vso.work'], hasAdminConsent: true })
    await ask(work, project)
    expect(sandbox.control.appRegistration().hasAdminConsent).toBe(false)
    expect((await ask({ ...work, type: 'Role' })).status).toBe(501)
  })

  test('is gone when it is deleted; the practice app stays', async () => {
    const { sandbox, send } = await startGraph()
    const { body } = await send('POST', 'applications', { displayName: 'Short-lived' })
    expect((await send('DELETE', `applications/${body.id}`)).status).toBe(204)
    expect((await send('GET', `applications/${body.id}`)).status).toBe(404)
    expect((await send('DELETE', `applications(appId='${sandbox.info.clientId}')`)).status).toBe(501)
    expect(sandbox.control.appRegistration().clientId).toBe(sandbox.info.clientId)
  })
})

test.each([
  ['no name', {}, 400, "A value is required for property 'displayName' of resource 'Application'."],
  ['an empty name', { displayName: ' ' }, 400, "Invalid value specified for property 'displayName'"],
  ['an audience that there is not', { displayName: 'x', signInAudience: 'Everybody' }, 400, "'signInAudience'"],
  ['no JSON', '{', 400, 'Unable to read JSON request payload.'],
  ['a list', [], 400, 'Unable to read JSON request payload.'],
  ['what the sandbox does not keep', { displayName: 'x', notes: 'n' }, 501, 'does not emulate the property notes'],
])('an app with %s is not registered', async (_, sent, status, message) => {
  const { sandbox, send } = await startGraph()
  const answer = await send('POST', 'applications', sent)
  expect(answer.status).toBe(status)
  expect(answer.body.error.message).toContain(message)
  expect(sandbox.control.apps()).toHaveLength(2)
})
