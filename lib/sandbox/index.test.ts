import { expect, test } from 'vitest'
import { createSandbox, type Sandbox, type SandboxChanges } from '.'
import { createTestApplication } from './test-application'

const application = await createTestApplication()

async function tokenOf(sandbox: Sandbox, scope = sandbox.info.scope): Promise<string> {
  const response = await application.requestToken(sandbox, { scope })
  const answer: { access_token?: string } = JSON.parse(await response.text())
  return answer.access_token ?? `no token: ${response.status}`
}

function projects({ fetch, info }: Sandbox, authorization?: string): Promise<Response> {
  const headers = new Headers({ 'x-tfs-fedauthredirect': 'Suppress', accept: 'application/json' })
  if (authorization) headers.set('authorization', authorization)
  return fetch(new Request(`${info.organizationUrl}/_apis/projects?api-version=7.1`, { headers }))
}

test('after the certificate is uploaded a token opens the organization', async () => {
  const sandbox = await createSandbox({ items: 20 })
  await expect(tokenOf(sandbox)).resolves.toBe('no token: 401')
  sandbox.control.uploadCertificate(application.certificate)
  const response = await projects(sandbox, `Bearer ${await tokenOf(sandbox)}`)
  expect(response.status).toBe(200)
  const { value }: { value: { name: string }[] } = JSON.parse(await response.text())
  expect(new Set(value.map(({ name }) => name))).toEqual(new Set(sandbox.info.projects))
})

test('a service principal that is no member is refused with TF401444 until it is one', async () => {
  const sandbox = await createSandbox({ items: 20 })
  sandbox.control.uploadCertificate(application.certificate)
  const authorization = `Bearer ${await tokenOf(sandbox)}`
  sandbox.control.removeMember()
  const refused = await projects(sandbox, authorization)
  expect(refused.status).toBe(401)
  await expect(refused.text()).resolves.toContain('TF401444')
  sandbox.control.addMember()
  expect((await projects(sandbox, authorization)).status).toBe(200)
})

test('the projects and the access level that are chosen at the portal count from then on', async () => {
  const sandbox = await createSandbox({ items: 20 })
  sandbox.control.uploadCertificate(application.certificate)
  const { clientId, organization, projects: all } = sandbox.info
  const authorization = `Bearer ${await tokenOf(sandbox)}`
  const read = async (address: string) => {
    const answer = await sandbox.fetch(new Request(`https://${address}`, { headers: { authorization } }))
    return JSON.parse(await answer.text())
  }
  const { authenticatedUser } = await read(`dev.azure.com/${organization}/_apis/connectionData`)
  const entitlement = `vsaex.dev.azure.com/${organization}/_apis/serviceprincipalentitlements/${authenticatedUser.id}`
  expect(await read(`dev.azure.com/${organization}/_apis/projects`)).toMatchObject({ count: all.length })
  expect(await read(entitlement)).toMatchObject({ accessLevel: { licenseDisplayName: 'Basic' } })
  sandbox.control.changeApp(clientId, { projects: all.slice(0, 1), accessLevel: 'stakeholder' })
  expect(await read(`dev.azure.com/${organization}/_apis/projects`)).toMatchObject({ count: 1 })
  expect(await read(entitlement)).toMatchObject({ accessLevel: { licenseDisplayName: 'Stakeholder' } })
})

test('without a good token for Azure DevOps the organization stays closed', async () => {
  const sandbox = await createSandbox({ items: 20 })
  sandbox.control.uploadCertificate(application.certificate)
  const elsewhere = await tokenOf(sandbox, 'https://management.azure.com/.default')
  const stranger = await createSandbox({ items: 20 })
  stranger.control.uploadCertificate(application.certificate)
  const credentials = [
    undefined,
    'Bearer nonsense',
    'Basic OnBhdA==',
    `Bearer ${elsewhere}`,
    `Bearer ${await tokenOf(stranger)}`,
  ]
  for (const authorization of credentials) {
    expect((await projects(sandbox, authorization)).status).toBe(401)
  }
})

test('every alias of the login host leads to the same tenant', async () => {
  const { fetch, info } = await createSandbox({ items: 20 })
  for (const host of ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net']) {
    const url = `https://${host}/${info.tenantDomain}/v2.0/.well-known/openid-configuration`
    expect(JSON.parse(await (await fetch(new Request(url))).text())).toMatchObject({ token_endpoint: info.tokenUrl })
  }
})

test('a host that is not emulated is answered 501, without the query in its words', async () => {
  const { fetch } = await createSandbox({ items: 20 })
  const response = await fetch(new Request('https://contoso.blob.core.windows.net/keys?secret=1'))
  expect(response.status).toBe(501)
  expect(JSON.parse(await response.text())).toEqual({
    error: 'sandbox_not_emulated',
    message: 'The sandbox does not emulate GET contoso.blob.core.windows.net/keys.',
  })
})

test('the same seed gives the same tenant; what a person changed survives a restart', async () => {
  let saved: SandboxChanges | undefined
  const options = {
    seed: 5,
    items: 20,
    load: () => saved,
    save: (changes: SandboxChanges) => {
      saved = JSON.parse(JSON.stringify(changes))
    },
  }
  const before = await createSandbox(options)
  before.control.uploadCertificate(application.certificate)
  const after = await createSandbox(options)
  expect(after.info).toEqual(before.info)
  expect(after.info).not.toEqual((await createSandbox({ seed: 6, items: 20 })).info)
  expect((await projects(after, `Bearer ${await tokenOf(after)}`)).status).toBe(200)
})
