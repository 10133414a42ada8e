import { beforeAll, expect, test } from 'vitest'
import { createTokenSource } from '#lib/platform/entra/token-source'
import { createTestCertificate } from '#lib/platform/testing/signer'
import { createSandbox, type Sandbox } from '#lib/sandbox/index'
import { createEndpoints, type Endpoints } from './endpoints'
import { createPacing } from './pacing'
import { readWorkItems } from './read-work-items'
import { type ApiVersion, apiVersions, retryPolicy } from './schema'
import { createTransport } from './transport'

const { signer, certificatePem } = await createTestCertificate()
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ items: 450 })
  sandbox.control.uploadCertificate(certificatePem)
})

/** Our whole way, from the certificate to the endpoints, against the sandbox, which was written by other hands. */
function endpointsOf(organization = 'contoso', apiVersion: ApiVersion = '7.0'): Endpoints {
  const { tokenUrl, clientId, scope } = sandbox.info
  const { fetch } = sandbox
  const tokenSource = createTokenSource({ tokenUrl, clientId, scope, signer, fetch })
  const policy = retryPolicy.parse({})
  return createEndpoints(
    createTransport({ organization, apiVersion, tokenSource, fetch, retryPolicy: policy, pacing: createPacing() }),
  )
}

test.each(apiVersions)('every endpoint answers in version %s', async (version) => {
  const endpoints = endpointsOf('contoso', version)
  const [project = ''] = sandbox.info.projects
  const { authenticatedUser } = await endpoints.getConnectionData()
  expect(authenticatedUser.descriptor).toContain(sandbox.info.servicePrincipalObjectId)
  expect((await endpoints.getProjects()).map(({ name }) => name)).toEqual(sandbox.info.projects)
  expect((await endpoints.getWorkItemTypes({ project })).length).toBeGreaterThan(3)
  expect((await endpoints.getFields()).map(({ referenceName }) => referenceName)).toContain('System.State')
  expect(await endpoints.getWorkItem({ id: 1 })).toMatchObject({ id: 1, fields: { 'System.Id': 1 } })
})

test('a query and its items are read completely and in order', async () => {
  const endpoints = endpointsOf()
  const query = 'SELECT [System.Id] FROM WorkItems ORDER BY [System.Id] DESC'
  const ids = (await endpoints.queryByWiql({ query })).workItems.map(({ id }) => id)
  const items = await readWorkItems(endpoints, ids, ['System.Title'])
  expect(ids).toHaveLength(450)
  expect(items.map(({ id }) => id)).toEqual(ids)
})

test('the tenant of the organization is known before anybody signs in', async () => {
  expect(await endpointsOf().getOrganizationTenant()).toBe(sandbox.info.tenantId)
})

test('what goes wrong has its code', async () => {
  const endpoints = endpointsOf()
  const nobody = endpointsOf('nobody-has-this-name')
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'no error',
      ({ code }: { code: string }) => code,
    )
  expect(await codeOf(endpoints.getWorkItem({ id: 999_999 }))).toBe('TF401232')
  expect(await codeOf(endpoints.getWorkItemTypes({ project: 'Nowhere' }))).toBe('TF200016')
  expect(await codeOf(endpoints.queryByWiql({ query: 'SELECT [Stte] FROM WorkItems' }))).toBe('TF51005')
  expect(await codeOf(endpoints.queryByWiql({ query: 'SELECT [System.Id] FROM WorkItems WHERE (' }))).toBe(
    'wiql_invalid',
  )
  expect(await codeOf(endpoints.getWorkItemsBatch({ ids: [1], fields: ['No.Field'] }))).toBe('TF51535')
  expect(await codeOf(nobody.getOrganizationTenant())).toBe('azure_devops_organization_unknown')
  expect(await codeOf(nobody.getProjects())).toBe('azure_devops_organization_unknown')
})

test('an app that is no member of the organization is TF401444, in the hands of step 4', async () => {
  sandbox.control.removeMember()
  const answer = endpointsOf().getProjects()
  await expect(answer).rejects.toMatchObject({ code: 'TF401444' })
  sandbox.control.addMember()
})

test('a certificate that nobody registered is AADSTS700027, with both thumbprints', async () => {
  const { tokenUrl, clientId, scope } = sandbox.info
  const other = await createTestCertificate()
  const source = createTokenSource({ tokenUrl, clientId, scope, signer: other.signer, fetch: sandbox.fetch })
  await expect(source.token()).rejects.toMatchObject({
    code: 'AADSTS700027',
    evidence: expect.arrayContaining([
      { label: 'Thumbprint Entra saw', value: other.signer.thumbprintSha256 },
      { label: 'Our SHA-1', value: other.signer.thumbprintSha1 },
      { label: 'Our SHA-256', value: other.signer.thumbprintSha256 },
    ]),
  })
})
