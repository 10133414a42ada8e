import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody, tenantId } from '../test-organization'

const organization = createTestOrganization({ items: 0 })
const { get } = organization

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
    expect(all.value.map(({ area }) => area)).toEqual(expect.arrayContaining(['Location', 'core', 'wit']))
    expect(all.value.map(({ area }) => area)).not.toContain('Graph')
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

  test.each(['_apis/wiki/wikis', 'Storefront/_apis/release/releases', '_workitems/edit/1'])(
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
