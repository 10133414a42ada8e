import { describe, expect, test } from 'vitest'
import { createDevOps } from './index'
import type { Caller } from './protocol/caller'
import { bodyOf, createTestOrganization, createTestTenant, errorOf, member, now, tenantId } from './test-organization'

const { get, post } = createTestOrganization({ items: 0 })
const suppress = { 'x-tfs-fedauthredirect': 'Suppress' }

interface ErrorBody {
  readonly message: string
  readonly typeKey: string
}

describe('who is let in', () => {
  const asCaller = (caller: Caller) => createTestOrganization({ items: 0, caller })

  test('no credential and one that does not verify get 401 with the organization’s tenant', async () => {
    for (const kind of ['none', 'invalid'] as const) {
      const answer = await asCaller({ kind }).get('_apis/connectionData', suppress)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('x-vss-resourcetenant')).toBe(tenantId)
      expect(answer.headers.get('www-authenticate')).toContain(
        `Bearer authorization_uri=https://login.microsoftonline.com/${tenantId}`,
      )
      const body = await bodyOf<ErrorBody>(answer)
      expect(body.message).toContain("TF400813: The user 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'")
      expect(body.typeKey).toBe('UnauthorizedRequestException')
    }
  })

  test('without Suppress no credential leads to the sign-in page, and a bad one shows it with status 203', async () => {
    const redirect = await asCaller({ kind: 'none' }).get('_apis/projects')
    expect(redirect.status).toBe(302)
    expect(redirect.headers.get('location')).toMatch(/^https:\/\/spsprodcus1\.vssps\.visualstudio\.com\/_signin\?/)
    const page = await asCaller({ kind: 'invalid' }).get('_apis/projects')
    expect(page.status).toBe(203)
    expect(page.headers.get('content-type')).toMatch('text/html')
  })

  test('a service principal that is no member is told under which name it would have to be added', async () => {
    const stranger = { ...member, isMember: false }
    const answer = await asCaller(stranger).get('_apis/projects', suppress)
    expect(answer.status).toBe(401)
    const who = `${tenantId}\\${tenantId}\\22222222-3333-4444-8555-666666666666`
    expect((await bodyOf<ErrorBody>(answer)).message).toContain(`TF401444: Please sign-in at least once as ${who} in`)
  })

  test('a personal access token that reaches nowhere is answered with nothing', async () => {
    const answer = await asCaller({ kind: 'out of scope' }).get('_apis/projects')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBeNull()
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
    expect(await answer.text()).toBe('')
  })

  test('the identity service’s page tells the tenant to whoever asks', async () => {
    const { fetch } = asCaller({ kind: 'none' })
    const answer = await fetch(new Request('https://vssps.dev.azure.com/contoso', { method: 'HEAD' }))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('x-vss-resourcetenant')).toBe(tenantId)
  })

  test('a stopped organization says so to everybody, behind a byte order mark', async () => {
    const identify = () => Promise.resolve({ kind: 'none' } as const)
    const about = { organization: 'contoso', tenant: createTestTenant(), seed: 1, items: 0, now: () => now }
    const { fetch } = createDevOps({ ...about, identify, isStopped: () => true })
    const answer = await fetch(new Request('https://dev.azure.com/contoso/_apis', { method: 'OPTIONS' }))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(decodeURIComponent(answer.headers.get('x-tfs-serviceerror') ?? '')).toMatch(/^TF24668: /)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(JSON.parse(bytes.subarray(3).toString())).toMatchObject({ typeKey: 'VssServiceException' })
  })

  test.each([
    ['northwind', '6e0c3a51-8f24-4d6b-9c1e-2b7f5a90d348'],
    ['tailspin', '00000000-0000-0000-0000-000000000000'],
  ])('the organization %s is there, is of tenant %s, and lets nobody of this tenant in', async (name, tenant) => {
    const ask = (caller: Caller) =>
      asCaller(caller).fetch(new Request(`https://dev.azure.com/${name}/_apis/connectionData`, { headers: suppress }))
    const anonymous = await ask({ kind: 'none' })
    expect(anonymous.status).toBe(401)
    expect(anonymous.headers.get('x-vss-resourcetenant')).toBe(tenant)
    const known = await ask(member)
    expect(known.status).toBe(401)
    expect((await bodyOf<ErrorBody>(known)).message).toContain('TF400813')
  })

  test('another organization does not exist, whoever asks', async () => {
    const answer = await asCaller({ kind: 'none' }).fetch(new Request('https://dev.azure.com/fabrikam/_apis/projects'))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch('text/html')
  })
})

describe('addresses', () => {
  const { fetch } = createTestOrganization({ items: 0 })
  const statusOf = async (address: string): Promise<number> => (await fetch(new Request(`https://${address}`))).status

  test.each([
    'dev.azure.com/CONTOSO/_APIS/Projects',
    'contoso.visualstudio.com/_apis/projects',
    'dev.azure.com/contoso/Field%20Service/_apis/WIT/WorkItemTypes',
    'contoso.vssps.visualstudio.com/_apis/Graph/Users',
    'vssps.dev.azure.com/contoso/_apis/graph/users',
  ])('%s is answered', async (address) => {
    expect(await statusOf(address)).toBe(200)
  })

  test.each([
    ['what no service has', 'dev.azure.com/contoso/Storefront/_apis/nonsense', '/Storefront/_apis/nonsense'],
    ['what another service has', 'dev.azure.com/contoso/_apis/graph/users', '/_apis/graph/users'],
    ['what this service does not have', 'vssps.dev.azure.com/contoso/_apis/projects', '/_apis/projects'],
  ])('%s is 404 in plain words', async (_, address, path) => {
    const answer = await fetch(new Request(`https://${address}`))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const words = `The controller for path '${path}' was not found or does not implement IController.`
    expect(await answer.text()).toBe(words)
    expect(answer.headers.get('x-tfs-serviceerror')).toBe(encodeURIComponent(words))
  })

  test('what the service has and the sandbox has not is 501, for the sandbox never guesses', async () => {
    expect(await statusOf('dev.azure.com/contoso/_apis/wiki/wikis')).toBe(501)
  })
})

describe('versions', () => {
  test.each([
    ['_apis/projects?api-version=7.1', 'application/json; charset=utf-8; api-version=7.1'],
    ['_apis/projects?api-version=5.0', 'application/json; charset=utf-8; api-version=5.0'],
    ['_apis/projects?api-version=7.2-preview', 'application/json; charset=utf-8; api-version=7.2-preview.4'],
    ['_apis/connectionData?api-version=7.1-preview.1', 'application/json; charset=utf-8; api-version=7.1-preview.1'],
    ['_apis/projects', 'application/json; charset=utf-8; api-version=7.1'],
  ])('%s is answered as %s', async (path, contentType) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(contentType)
  })

  test('the version may stand in the Accept header', async () => {
    const answer = await get('_apis/projects', { accept: 'application/json;api-version=6.0' })
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8; api-version=6.0')
  })

  test.each([
    ['_apis/connectionData?api-version=7.1', 'VssInvalidPreviewVersionException'],
    ['_apis/projects?api-version=7.2', 'VssInvalidPreviewVersionException'],
    ['_apis/projects?api-version=9.0', 'VssVersionOutOfRangeException'],
    ['_apis/projects?api-version=7.3-preview', 'VssVersionOutOfRangeException'],
    ['_apis/wit/fields?api-version=0.9', 'VssVersionOutOfRangeException'],
    ['_apis/projects?api-version=seven', 'VssInvalidApiResourceVersionException'],
  ])('%s is refused with %s', async (path, typeKey) => {
    expect(await errorOf(get(path))).toMatchObject({ status: 400, typeKey })
  })

  test('a write needs a version', async () => {
    const refused = await errorOf(post('_apis/wit/workitemsbatch', { ids: [1] }))
    expect(refused).toMatchObject({ status: 400, typeKey: 'VssVersionNotSpecifiedException' })
  })

  test('errors have the service’s envelope, member by member, and no version', async () => {
    const answer = await get('_apis/projects/Nowhere')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const members = ['$id', 'innerException', 'message', 'typeName', 'typeKey', 'errorCode', 'eventId']
    expect(Object.keys(await bodyOf<object>(answer))).toEqual(members)
  })
})
