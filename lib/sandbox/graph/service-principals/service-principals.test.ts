import { describe, expect, test } from 'vitest'
import { application, startGraph } from '../test-graph'

const azureDevOps = '499b84ac-1321-427f-aa17-267ca6975798'

describe('the service principal of an app', () => {
  test('is another object than its registration, and is made once', async () => {
    const { sandbox, send } = await startGraph()
    const app = sandbox.control.registerApp('New', { servicePrincipal: 'missing' })
    const made = await send('POST', 'servicePrincipals', { appId: app.clientId, accountEnabled: true })
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: app.servicePrincipalObjectId,
        appId: app.clientId,
        displayName: 'New',
        accountEnabled: true,
        appRoleAssignmentRequired: false,
        servicePrincipalNames: [app.clientId],
        appOwnerOrganizationId: sandbox.info.tenantId,
      },
    })
    expect(await send('POST', 'servicePrincipals', { appId: app.clientId })).toMatchObject({
      status: 409,
      body: { error: { code: 'Request_MultipleObjectsWithSameKeyValue' } },
    })
  })

  test('is found by its own object ID, by client ID and among the names, not by the registration’s object ID', async () => {
    const { sandbox, send } = await startGraph()
    const { clientId, objectId, servicePrincipalObjectId: id } = sandbox.control.appRegistration()
    for (const address of [`servicePrincipals/${id}`, `servicePrincipals(appId='${clientId}')`]) {
      expect((await send('GET', address)).body).toMatchObject({ id })
    }
    const filter = encodeURIComponent(`servicePrincipalNames/any(c:c eq '${clientId}')`)
    expect((await send('GET', `servicePrincipals?$filter=${filter}`)).body.value).toMatchObject([{ id }])
    expect((await send('GET', `servicePrincipals/${objectId}`)).status).toBe(404)
  })

  test('is switched off and on again, and may demand assignment', async () => {
    const { sandbox, send, signIn } = await startGraph()
    const { clientId } = sandbox.info
    sandbox.control.uploadCertificate(application.certificate)
    const address = `servicePrincipals(appId='${clientId}')`
    expect((await send('PATCH', address, { accountEnabled: false })).status).toBe(204)
    await expect(signIn(clientId)).resolves.toContain('AADSTS7000112')
    await send('PATCH', address, { appRoleAssignmentRequired: true })
    expect((await send('GET', address)).body).toMatchObject({ accountEnabled: false, appRoleAssignmentRequired: true })
    await send('PATCH', address, { accountEnabled: true })
    await expect(signIn(clientId)).resolves.toMatch(/^eyJ/)
  })

  test('takes the membership of the organization along when it is deleted', async () => {
    const { sandbox, send, signIn } = await startGraph()
    const { clientId, servicePrincipalObjectId } = sandbox.info
    sandbox.control.uploadCertificate(application.certificate)
    expect((await send('DELETE', `servicePrincipals/${servicePrincipalObjectId}`)).status).toBe(204)
    await expect(signIn(clientId)).resolves.toContain('AADSTS7000229')
    expect((await send('GET', `servicePrincipals/${servicePrincipalObjectId}`)).status).toBe(404)
    await send('POST', 'servicePrincipals', { appId: clientId })
    expect(sandbox.control.appRegistration()).toMatchObject({ servicePrincipal: 'enabled', isMember: false })
  })

  test('cannot be made for an app that is registered nowhere', async () => {
    const { send } = await startGraph()
    const appId = '99999999-0000-4000-8000-000000000000'
    expect(await send('POST', 'servicePrincipals', { appId })).toMatchObject({
      status: 400,
      body: {
        error: {
          message: `The appId '${appId}' of the service principal does not reference a valid application object.`,
        },
      },
    })
  })
})

describe('the service principal of Azure DevOps', () => {
  test('tells the permissions that can be asked for, by Microsoft’s ids', async () => {
    const { send } = await startGraph()
    const { body } = await send('GET', `servicePrincipals(appId='${azureDevOps}')`)
    expect(body).toMatchObject({ displayName: 'Azure DevOps', accountEnabled: true })
    const told = body.oauth2PermissionScopes.map(({ value, id }: { value: string; id: string }) => [value, id])
    expect(told).toContainEqual(['vso.project', '7b1a2725-1134-40f5-a891-d20bbb122919'])
    expect(told).toContainEqual(['vso.work_full', '3e49c96c-b24e-493b-a225-497a7b3805ab'])
  })

  test.each([
    [{ accountEnabled: false }, 'AADSTS500014'],
    [{ appRoleAssignmentRequired: true }, 'AADSTS501051'],
    [{ accountEnabled: true, appRoleAssignmentRequired: false }, 'eyJ'],
  ])('set to %j decides whether anybody gets a token for it: %s', async (settings, beginning) => {
    const { sandbox, send, signIn } = await startGraph()
    sandbox.control.uploadCertificate(application.certificate)
    await send('PATCH', `servicePrincipals(appId='${azureDevOps}')`, settings)
    await expect(signIn(sandbox.info.clientId)).resolves.toContain(beginning)
    expect((await send('GET', `servicePrincipals(appId='${azureDevOps}')`)).body).toMatchObject(settings)
  })

  test('may be missing, as in a tenant that never had it, and is made like any other', async () => {
    const { sandbox, send, signIn } = await startGraph()
    sandbox.control.uploadCertificate(application.certificate)
    await send('DELETE', `servicePrincipals(appId='${azureDevOps}')`)
    expect(sandbox.control.conditions().azureDevOps).toBe('missing')
    await expect(signIn(sandbox.info.clientId)).resolves.toContain('AADSTS500011')
    expect((await send('POST', 'servicePrincipals', { appId: azureDevOps })).status).toBe(201)
    await expect(signIn(sandbox.info.clientId)).resolves.toMatch(/^eyJ/)
  })
})
