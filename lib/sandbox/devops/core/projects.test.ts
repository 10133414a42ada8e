import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

interface Project {
  readonly id: string
  readonly name: string
  readonly url: string
}

interface Operation {
  readonly id: string
  readonly status: string
  readonly url: string
}

const basic = 'b8a3a935-7e91-48b8-a94c-606d37c3e9f2'
const scrum = '6b724908-ef14-45cf-84f8-768b5384da45'

const template = (templateTypeId: string) => ({
  versioncontrol: { sourceControlType: 'git' },
  processTemplate: { templateTypeId },
})

describe('projects', () => {
  test('creating one is accepted, its operation comes to an end, and then it is complete', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const accepted = await send('POST', '_apis/projects', { name: 'New one', capabilities: template(scrum) })
    expect(accepted.status).toBe(202)
    const operation = await bodyOf<Operation>(accepted)
    expect(operation.status).toBe('notSet')
    expect(operation.url).toMatch(new RegExp(`_apis/operations/${operation.id}$`))
    const poll = async () => (await bodyOf<Operation>(get(`_apis/operations/${operation.id}`))).status
    expect([await poll(), await poll(), await poll(), await poll()]).toEqual([
      'notSet',
      'inProgress',
      'succeeded',
      'succeeded',
    ])

    expect(await bodyOf(get('_apis/projects/new%20ONE?includeCapabilities=true'))).toMatchObject({
      name: 'New one',
      state: 'wellFormed',
      visibility: 'private',
      capabilities: { processTemplate: { templateName: 'Scrum', templateTypeId: scrum } },
      defaultTeam: { name: 'New one Team' },
    })
    const tree = await bodyOf<{ children: { name: string }[] }>(
      get('New%20one/_apis/wit/classificationnodes/iterations?$depth=1'),
    )
    expect(tree.children.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Sprint ${number}`))
    const iterations = await bodyOf<ListBody<object>>(get('New%20one/_apis/work/teamsettings/iterations'))
    expect(iterations.value).toMatchObject([
      { name: 'Sprint 1', attributes: { timeFrame: 'current' } },
      {},
      {},
      {},
      {},
      {},
    ])
    expect((await bodyOf<ListBody<object>>(get('New%20one/_apis/wit/queries'))).count).toBe(2)
  })

  test('a name that is taken, missing or not allowed is refused, and so is an unknown process', async () => {
    const { send } = createTestOrganization({ items: 0 })
    const create = (name: unknown, process = basic) =>
      send('POST', '_apis/projects', { name, capabilities: template(process) })
    expect(await errorOf(create('STOREFRONT'))).toMatchObject({ status: 400, code: 'TF200019' })
    for (const name of [undefined, '', 'a/b', '_a', 'a.', 'x'.repeat(65)]) expect((await create(name)).status).toBe(400)
    expect((await create('Fine', '00000000-0000-0000-0000-000000000001')).status).toBe(404)
    expect((await create('Fine', '27450541-8e31-4150-9947-dc59f998fc01')).status).toBe(501)
  })

  test('a new name shows in work items and paths, and queries know it', async () => {
    const { get, post, send } = createTestOrganization({ items: 200 })
    const { id } = await bodyOf<Project>(get('_apis/projects/Storefront'))
    const changes = { name: 'Shop', description: 'Sells things.', visibility: 'organization' }
    expect((await send('PATCH', `_apis/projects/${id}`, changes)).status).toBe(202)
    expect(await bodyOf(get('_apis/projects/Shop'))).toMatchObject({ id, ...changes })
    expect(await errorOf(get('_apis/projects/Storefront'))).toMatchObject({ status: 404, code: 'TF200016' })
    const query =
      "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = 'Shop' AND [System.AreaPath] UNDER 'Shop'"
    const found = await bodyOf<{ workItems: { id: number }[] }>(post('_apis/wit/wiql?api-version=7.1', { query }))
    expect(found.workItems.length).toBeGreaterThan(50)
    const item = await bodyOf<{ fields: Record<string, string> }>(get(`_apis/wit/workitems/${found.workItems[0]?.id}`))
    expect(item.fields).toMatchObject({
      'System.TeamProject': 'Shop',
      'System.IterationPath': expect.stringMatching(/^Shop/),
    })
  })

  test('deleting one takes its work items along', async () => {
    const { get, post, send } = createTestOrganization({ items: 200 })
    const query = 'SELECT [System.Id] FROM WorkItems'
    const count = async () =>
      (await bodyOf<{ workItems: object[] }>(post('_apis/wit/wiql?api-version=7.1', { query }))).workItems.length
    const { id } = await bodyOf<Project>(get('_apis/projects/Storefront'))
    const before = await count()
    expect((await send('DELETE', '_apis/projects/Storefront')).status).toBe(404)
    expect((await send('DELETE', `_apis/projects/${id}`)).status).toBe(202)
    expect(await errorOf(get(`_apis/projects/${id}`))).toMatchObject({ status: 404, code: 'VS800075' })
    expect(await count()).toBeLessThan(before)
    expect((await bodyOf<ListBody<Project>>(get('_apis/projects'))).value.map(({ name }) => name)).not.toContain(
      'Storefront',
    )
  })

  test('are filtered by state', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const count = async (state: string) =>
      (await bodyOf<ListBody<Project>>(get(`_apis/projects?stateFilter=${state}`))).count
    expect([await count('all'), await count('wellFormed'), await count('deleting')]).toEqual([3, 3, 0])
    expect((await get('_apis/projects?stateFilter=odd')).status).toBe(400)
  })

  test('properties are a preview; keys may have stars', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const { id } = await bodyOf<Project>(get('_apis/projects/Workplace'))
    const base = `_apis/projects/${id}/properties`
    expect((await get(`${base}?api-version=7.1`)).status).toBe(400)
    const found = get(`${base}?keys=System.ProcessTemplateType,*GitEnabled&api-version=7.1-preview`)
    expect(await bodyOf(found)).toEqual({
      count: 2,
      value: [
        { name: 'System.ProcessTemplateType', value: basic },
        { name: 'System.SourceControlGitEnabled', value: 'True' },
      ],
    })
  })

  test('the history tells the projects from a revision on', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const all = await bodyOf<ListBody<{ revision: number }>>(get('_apis/projecthistory'))
    const last = Math.max(...all.value.map(({ revision }) => revision))
    const late = await bodyOf<ListBody<{ revision: number }>>(get(`_apis/projecthistory?minRevision=${last}`))
    expect(late.value.every(({ revision }) => revision === last)).toBe(true)
  })

  test('the processes are those that every organization has, Basic being the default', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const { value } = await bodyOf<ListBody<{ id: string; name: string; isDefault: boolean }>>(
      get('_apis/process/processes'),
    )
    expect(value.map(({ name }) => name)).toEqual(['Scrum', 'Basic', 'Agile', 'CMMI'])
    expect(value.filter(({ isDefault }) => isDefault)).toMatchObject([{ name: 'Basic', type: 'system' }])
    expect(await bodyOf(get(`_apis/process/processes/${basic}`))).toMatchObject({ name: 'Basic', _links: {} })
    expect((await get('_apis/process/processes/00000000-0000-0000-0000-000000000001')).status).toBe(404)
    expect((await get('_apis/operations/00000000-0000-0000-0000-000000000001')).status).toBe(404)
  })
})

describe('teams', () => {
  const path = '_apis/projects/Storefront/teams'

  test('are listed with the number last, by page, of one project or of all', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const all = await bodyOf<ListBody<Project>>(get(path))
    expect(Object.keys(all)).toEqual(['value', 'count'])
    expect(all.value[0]).toMatchObject({ name: 'Storefront Team', projectName: 'Storefront' })
    expect((await bodyOf<ListBody<Project>>(get(`${path}?$top=1&$skip=1`))).value).toEqual([all.value[1]])
    expect((await bodyOf<ListBody<Project>>(get('_apis/teams'))).count).toBeGreaterThan(all.count)
    expect((await get('_apis/teams?api-version=7.1')).status).toBe(400)
    expect((await bodyOf<ListBody<Project>>(get(`${path}?$mine=true`))).count).toBe(0)
    const byCategory = get('_apis/projects/Storefront/categorizedteams?api-version=7.1-preview')
    expect(await bodyOf(byCategory)).toEqual({ myTeams: [], otherReadableTeams: all.value })
  })

  test('members are told with the administrator among them, and of the others it is not said that they are not', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const { value } = await bodyOf<ListBody<{ isTeamAdmin?: boolean; identity: object }>>(
      get(`${path}/Discovery/members`),
    )
    expect(value[0]).toMatchObject({ isTeamAdmin: true, identity: { descriptor: expect.stringMatching(/^aad\./) } })
    expect(value.slice(1).every((member) => !('isTeamAdmin' in member))).toBe(true)
    expect((await get(`${path}/Nobody/members`)).status).toBe(404)
  })

  test('are made, changed and deleted, as recorded; the default team stays', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const made = await send('POST', path, { name: 'Returns', description: 'Sample description' })
    expect(made.status).toBe(201)
    const team = await bodyOf<Project>(made)
    expect(team).toMatchObject({
      name: 'Returns',
      description: 'Sample description',
      identity: {
        id: team.id,
        descriptor: expect.stringMatching(/^Microsoft\.TeamFoundation\.Identity;S-1-9-/),
        providerDisplayName: '[Storefront]\\Returns',
        properties: { 'Microsoft.TeamFoundation.Team': { $type: 'System.Boolean', $value: true } },
      },
    })
    expect(await bodyOf(get(`${path}/${team.id}`))).not.toHaveProperty('identity')
    expect((await send('POST', path, { name: 'returns' })).status).toBe(409)
    const changed = await send('PATCH', `${path}/Returns`, { name: 'Refunds' })
    expect(changed.status).toBe(200)
    expect(await bodyOf(changed)).toMatchObject({ id: team.id, name: 'Refunds', description: 'Sample description' })
    expect((await send('DELETE', `${path}/${team.id}`)).status).toBe(204)
    expect((await get(`${path}/${team.id}`)).status).toBe(404)
    expect((await send('DELETE', `${path}/Storefront%20Team`)).status).toBe(400)
  })
})
