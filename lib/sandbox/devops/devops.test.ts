import { describe, expect, test } from 'vitest'
import type { Caller } from './caller'
import { createTestOrganization, member, now, tenantId } from './test-organization'

const organization = createTestOrganization()
const { get, post } = organization
const suppress = { 'x-tfs-fedauthredirect': 'Suppress' }
const batch = '_apis/wit/workitemsbatch?api-version=7.1'

interface ErrorBody {
  readonly message: string
  readonly typeKey: string
}
interface ItemBody {
  readonly id: number
  readonly rev: number
  readonly url: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly relations?: readonly { readonly rel: string; readonly url: string; readonly attributes: { name?: string } }[]
}
interface ListBody<T> {
  readonly count: number
  readonly value: readonly T[]
}

async function bodyOf<T>(response: Response | Promise<Response>): Promise<T> {
  return await (await response).json()
}

async function errorOf(response: Promise<Response>): Promise<{ status: number; typeKey: string; code: string }> {
  const answer = await response
  const { message, typeKey } = await bodyOf<ErrorBody>(answer)
  return { status: answer.status, typeKey, code: /^(?:TF|VS)\d+/.exec(message)?.[0] ?? '' }
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

describe('discovery', () => {
  test('says who the caller is and which organization it is', async () => {
    const body = await bodyOf<{ authenticatedUser: object }>(get('_apis/connectionData'))
    expect(body.authenticatedUser).toMatchObject({
      descriptor: `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${tenantId}\\22222222-3333-4444-8555-666666666666`,
      subjectDescriptor: expect.stringMatching(/^aadsp\./),
      providerDisplayName: 'Practice app',
    })
    expect(body).toMatchObject({ deploymentType: 'hosted', instanceId: expect.any(String) })
  })

  test('lists its resources, all or those of one area', async () => {
    const options = (path: string) =>
      bodyOf<ListBody<{ area: string; id: string }>>(
        organization.fetch(new Request(`${organization.url}/_apis${path}`, { method: 'OPTIONS' })),
      )
    const location = await options('/location')
    expect(location.value.map(({ id }) => id)).toContain('e81700f7-3be2-46de-8624-2eb35882fcaa')
    const all = await options('')
    expect(new Set(all.value.map(({ area }) => area))).toEqual(new Set(['Location', 'core', 'wit']))
  })

  test('tells locations as it was reached', async () => {
    const answer = organization.fetch(new Request('https://contoso.visualstudio.com/_apis/resourceAreas'))
    const { value } = await bodyOf<ListBody<object>>(answer)
    expect(value).toContainEqual(
      expect.objectContaining({ name: 'wit', locationUrl: 'https://contoso.visualstudio.com/' }),
    )
  })

  test('answers with the usual headers and repeats the caller’s session', async () => {
    const { headers } = await get('_apis/projects', { 'x-tfs-session': 'my-session' })
    expect(headers.get('x-tfs-session')).toBe('my-session')
    expect(headers.get('activityid')).toBe(headers.get('x-vss-e2eid'))
  })

  test.each(['_apis/git/repositories', 'Storefront/_apis/build/builds', '_workitems/edit/1'])(
    '%s is not emulated, and the answer says so',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(501)
      expect(await answer.json()).toMatchObject({ error: 'sandbox_not_emulated' })
    },
  )

  test('an address that is not encoded correctly is refused', async () => {
    expect((await get('%E0%A4%A/_apis/wit/fields')).status).toBe(400)
  })
})

describe('projects, types and fields', () => {
  test('pages through the projects by continuation token', async () => {
    const names: string[] = []
    let token: string | null = '0'
    while (token !== null) {
      const answer: Response = await get(`_apis/projects?$top=2&continuationToken=${token}`)
      names.push(...(await bodyOf<ListBody<{ name: string }>>(answer)).value.map(({ name }) => name))
      token = answer.headers.get('x-ms-continuationtoken')
    }
    expect(names).toEqual(organization.projects)
  })

  test('finds a project by name in any case and by GUID, and says which one does not exist', async () => {
    const byName = await bodyOf<{ id: string }>(get('_apis/Projects/field%20service?includeCapabilities=true'))
    expect(byName).toMatchObject({
      name: 'Field Service',
      capabilities: { processTemplate: { templateName: 'Scrum' } },
    })
    expect(await bodyOf(get(`_apis/projects/${byName.id}`))).toMatchObject({ name: 'Field Service' })
    expect(await errorOf(get('_apis/projects/Nope'))).toMatchObject({ status: 404, code: 'TF200016' })
    expect(await errorOf(get(`_apis/projects/${tenantId}`))).toMatchObject({ status: 404, code: 'VS800075' })
    expect(await errorOf(get('Nope/_apis/wit/workitemtypes'))).toMatchObject({ status: 404, code: 'TF200016' })
  })

  test('types have states with categories, transitions and fields', async () => {
    const { value } = await bodyOf<ListBody<{ name: string }>>(get('Storefront/_apis/wit/workItemTypes'))
    expect(value.map(({ name }) => name)).toEqual(['Epic', 'Feature', 'User Story', 'Bug', 'Task', 'Issue'])
    const story = await bodyOf<{ transitions: object }>(get('Storefront/_apis/wit/workitemtypes/user%20story'))
    expect(story).toMatchObject({
      referenceName: 'Microsoft.VSTS.WorkItemTypes.UserStory',
      states: expect.arrayContaining([{ name: 'Active', color: '007acc', category: 'InProgress' }]),
      fields: expect.arrayContaining([
        expect.objectContaining({ referenceName: 'System.Title', alwaysRequired: true }),
      ]),
    })
    expect(Object.keys(story.transitions)).toContain('')
    expect(await errorOf(get('Storefront/_apis/wit/workitemtypes/Impediment'))).toMatchObject({
      status: 404,
      code: 'VS402323',
    })
  })

  test('fields tell type and operations; a project has only those of its types', async () => {
    const all = await bodyOf<ListBody<{ referenceName: string }>>(get('_apis/wit/fields'))
    const basic = await bodyOf<ListBody<{ referenceName: string }>>(get('Workplace/_apis/wit/fields'))
    const points = 'Microsoft.VSTS.Scheduling.StoryPoints'
    expect(all.value.map(({ referenceName }) => referenceName)).toContain(points)
    expect(basic.value.map(({ referenceName }) => referenceName)).not.toContain(points)
    expect(await bodyOf(get('_apis/wit/fields/System.AssignedTo'))).toMatchObject({ type: 'string', isIdentity: true })
    expect((await get('_apis/wit/fields/Nope')).status).toBe(404)
  })
})

describe('reading work items', () => {
  test('a batch comes in the order asked for, with the fields asked for, empty ones left out', async () => {
    const fields = ['System.Title', 'System.Id', 'system.assignedTo', 'Microsoft.VSTS.Common.ClosedDate']
    const { count, value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids: [30, 10, 20], fields }))
    expect(count).toBe(3)
    expect(value.map(({ id }) => id)).toEqual([30, 10, 20])
    for (const { id, fields: own, url } of value) {
      expect(own['System.Id']).toBe(id)
      expect(url).toBe(`https://dev.azure.com/contoso/_apis/wit/workItems/${id}`)
      expect(Object.values(own)).not.toContain(null)
    }
  })

  test('two hundred items with all fields hold what single reads of them hold', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => index * 10 + 1)
    const { value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids, $expand: 'all' }))
    for (const item of value.slice(0, 20)) {
      const single = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${item.id}?$expand=all`))
      expect(item.fields).toEqual(single.fields)
      expect(item.relations).toEqual(single.relations)
    }
  })

  test('people are objects, dates end with Z and without zeros, texts are HTML', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }))
    for (const { fields } of value) {
      expect(fields['System.CreatedBy']).toMatchObject({
        displayName: expect.any(String),
        uniqueName: expect.stringMatching(/@contoso\.example$/),
        descriptor: expect.stringMatching(/^aad\./),
      })
      expect(fields['System.CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,2}[1-9])?Z$/)
      expect(fields).not.toHaveProperty(['System.Id'])
    }
    expect(value.some(({ fields }) => String(fields['System.Description']).startsWith('<div>'))).toBe(true)
  })

  test('a missing item fails the whole batch, or is null when errors are to be omitted', async () => {
    const ids = [1, 999_999]
    expect(await errorOf(post(batch, { ids }))).toMatchObject({ status: 404, code: 'TF401232' })
    const { value } = await bodyOf<ListBody<ItemBody | null>>(post(batch, { ids, errorPolicy: 'omit' }))
    expect(value[0]?.id).toBe(1)
    expect(value[1]).toBeNull()
  })

  test('an item that did not exist then is missing', async () => {
    const asOf = '2026-01-05T00:00:00Z'
    const { value } = await bodyOf<ListBody<ItemBody | null>>(
      post(batch, { ids: [1, 2000], asOf, errorPolicy: 'omit' }),
    )
    expect(value.map((item) => item?.id)).toEqual([1, undefined])
  })

  test.each([
    [{ ids: Array.from({ length: 201 }, (_, index) => index + 1) }, 'VS403474'],
    [{ ids: [1], fields: ['Nope'] }, 'TF51535'],
    [{ ids: [1], fields: ['System.Id'], $expand: 'relations' }, ''],
    [{ ids: [1], $expand: 'everything' }, ''],
    [{ ids: ['one'] }, ''],
    [{ ids: [1], asOf: 'yesterday' }, ''],
    [{}, ''],
  ])('the batch %j is refused', async (body, code) => {
    expect(await errorOf(post(batch, body))).toMatchObject({ status: 400, code })
  })

  test('a body that is not JSON, or no object, is refused', async () => {
    expect((await post(batch, [1])).status).toBe(400)
    const cut = new Request(`${organization.url}/${batch}`, { method: 'POST', body: '{"ids":[1' })
    expect((await organization.fetch(cut)).status).toBe(400)
  })

  test('reading by ids= is the same', async () => {
    const read = '_apis/wit/workItems?ids=3,1&fields=System.Id&errorPolicy=omit'
    const { value } = await bodyOf<ListBody<ItemBody>>(get(read))
    expect(value.map(({ fields }) => fields)).toEqual([{ 'System.Id': 3 }, { 'System.Id': 1 }])
  })

  test('a single item has its links, and relations only when asked for', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(
      post(batch, { ids: Array.from({ length: 200 }, (_, i) => i + 1) }),
    )
    const child = value.find(({ fields }) => fields['System.Parent'] !== undefined)
    const plain = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${child?.id}`))
    expect(plain).not.toHaveProperty('relations')
    expect(plain).toMatchObject({
      _links: { html: { href: expect.stringContaining(`/_workitems/edit/${child?.id}`) } },
    })
    const whole = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${child?.id}?$expand=1`))
    const parent = whole.relations?.find(({ rel }) => rel === 'System.LinkTypes.Hierarchy-Reverse')
    expect(parent?.attributes.name).toBe('Parent')
    expect(parent?.url).toMatch(new RegExp(`/_apis/wit/workItems/${child?.fields['System.Parent']}$`))
    const { value: types } = await bodyOf<ListBody<{ referenceName: string }>>(get('_apis/wit/workItemRelationTypes'))
    expect(types.map(({ referenceName }) => referenceName)).toContain(parent?.rel)
  })

  test('a single item that is not there is TF401232', async () => {
    expect(await errorOf(get('_apis/wit/workitems/999999'))).toMatchObject({ status: 404, code: 'TF401232' })
    expect(await errorOf(get('_apis/wit/workitems/0'))).toMatchObject({ status: 404, code: 'TF401232' })
  })

  test('nothing is dated after now', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(
      post(batch, { ids: [1999, 2000], fields: ['System.ChangedDate'] }),
    )
    for (const { fields } of value) expect(Date.parse(String(fields['System.ChangedDate']))).toBeLessThanOrEqual(+now)
  })
})
