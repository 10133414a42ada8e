import { describe, expect, test } from 'vitest'
import type { Caller } from './protocol/caller'
import { bodyOf, createTestOrganization, errorOf, member, tenantId } from './test-organization'

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

  test('another organization does not exist, whoever asks', async () => {
    const answer = await asCaller({ kind: 'none' }).fetch(new Request('https://dev.azure.com/fabrikam/_apis/projects'))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch('text/html')
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
