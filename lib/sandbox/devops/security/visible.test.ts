import { describe, expect, test } from 'vitest'
import type { Admission } from '../store/members/tenant'
import { createTestMembers } from '../test-members'
import { bodyOf, createTestOrganization, errorOf, type ListBody, stranger } from '../test-organization'

interface Named {
  readonly id: string
  readonly name: string
}

interface Item {
  readonly id: number
  readonly fields: Readonly<Record<string, unknown>>
}

const everything = createTestOrganization({ items: 400, role: 'collection administrators' })
const projects = (await bodyOf<ListBody<Named>>(everything.get('_apis/projects'))).value
const [own, other] = projects
if (!own || !other) throw new Error('The organization has too few projects.')

const asMember = (admission: Partial<Admission>) => createTestOrganization({ items: 400, ...admission })
const namesIn = async (answer: Promise<Response>): Promise<string[]> =>
  (await bodyOf<ListBody<Named>>(answer)).value.map(({ name }) => name)

const wiql = { query: 'SELECT [System.Id] FROM WorkItems' }

/** The IDs of all items that a query without conditions finds. */
async function found({ post }: ReturnType<typeof asMember>): Promise<number[]> {
  const { workItems } = await bodyOf<{ workItems: readonly Item[] }>(post('_apis/wit/wiql?api-version=7.1', wiql))
  return workItems.map(({ id }) => id)
}

async function projectsOfItems({ post }: ReturnType<typeof asMember>, ids: readonly number[]): Promise<Set<unknown>> {
  const body = { ids: ids.slice(0, 200), fields: ['System.TeamProject'] }
  const { value } = await bodyOf<ListBody<Item>>(post('_apis/wit/workitemsbatch?api-version=7.1', body))
  return new Set(value.map(({ fields }) => fields['System.TeamProject']))
}

describe('a member of one project', () => {
  const organization = asMember({ projects: [own.name] })
  const { get, post } = organization

  test('sees that project alone, in lists of projects and of teams', async () => {
    expect(await namesIn(get('_apis/projects'))).toEqual([own.name])
    const { value } = await bodyOf<ListBody<{ projectName: string }>>(get('_apis/teams?api-version=7.1-preview.3'))
    expect(new Set(value.map(({ projectName }) => projectName))).toEqual(new Set([own.name]))
  })

  test('is told that another project does not exist, by its name and by its ID', async () => {
    expect(await errorOf(get(`_apis/projects/${encodeURIComponent(other.name)}`))).toMatchObject({
      status: 404,
      code: 'TF200016',
    })
    expect(await errorOf(get(`${other.id}/_apis/wit/fields`))).toMatchObject({ status: 404, code: 'VS800075' })
  })

  test('gets no work item of another project: not by a query, by its ID, by a batch nor by reporting', async () => {
    const ids = await found(organization)
    expect(await projectsOfItems(organization, ids)).toEqual(new Set([own.name]))
    const hidden = (await found(everything)).find((id) => !ids.includes(id))
    expect(await errorOf(get(`_apis/wit/workitems/${hidden}`))).toMatchObject({ status: 404, code: 'TF401232' })
    expect(await errorOf(get(`_apis/wit/workitems/${hidden}/updates`))).toMatchObject({ status: 404 })
    const batch = { ids: [hidden], errorPolicy: 'omit' }
    expect(await bodyOf(post('_apis/wit/workitemsbatch?api-version=7.1', batch))).toEqual({ count: 1, value: [null] })
    const report = await bodyOf<{ values: readonly Item[] }>(
      get('_apis/wit/reporting/workitemrevisions?$maxPageSize=1000&fields=System.TeamProject'),
    )
    expect(new Set(report.values.map(({ fields }) => fields['System.TeamProject']))).toEqual(new Set([own.name]))
  })

  test('cannot name an area of another project in a query', async () => {
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER '${other.name}'`
    expect(await errorOf(post('_apis/wit/wiql?api-version=7.1', { query }))).toMatchObject({ code: 'TF51011' })
  })
})

test('a member of no project is let in and sees nothing', async () => {
  const organization = asMember({ projects: [] })
  expect(await namesIn(organization.get('_apis/projects'))).toEqual([])
  expect((await organization.get('_apis/connectionData?api-version=7.1-preview')).status).toBe(200)
  expect(await found(organization)).toEqual([])
})

test('administrators of the organization see every project without being added to one', async () => {
  const organization = asMember({ role: 'collection administrators', projects: [] })
  expect(await namesIn(organization.get('_apis/projects'))).toHaveLength(projects.length)
  expect(await found(organization)).toHaveLength(400)
})

test('a project that is open to the organization is seen by every member', async () => {
  const send = createTestMembers()
  const processTemplate = { templateTypeId: 'adcc42ab-9882-485e-a3ed-7678f01f66bc' }
  const capabilities = { versioncontrol: { sourceControlType: 'Git' }, processTemplate }
  const project = { name: 'Open', visibility: 'organization', capabilities }
  expect((await send('POST', 'dev.azure.com/_apis/projects', project)).status).toBe(202)
  const servicePrincipal = { origin: 'aad', originId: stranger.objectId, subjectKind: 'servicePrincipal' }
  await send('POST', 'vsaex.dev.azure.com/_apis/serviceprincipalentitlements', {
    accessLevel: { accountLicenseType: 'express', licensingSource: 'account' },
    servicePrincipal,
  })
  expect(await namesIn(send('GET', 'dev.azure.com/_apis/projects', undefined, 'stranger'))).toEqual(['Open'])
})

test('an area that is denied hides its items, whatever the project allows', async () => {
  const organization = asMember({ role: 'collection administrators' })
  const before = await found(organization)
  const { value: groups } = await bodyOf<ListBody<{ descriptor: string; principalName: string }>>(
    organization.fetch(new Request('https://vssps.dev.azure.com/contoso/_apis/graph/groups?api-version=7.1-preview.1')),
  )
  const administrators = groups.find(({ principalName }) => principalName.includes('Collection Administrators'))
  const { identifier } = await bodyOf<{ identifier: string }>(
    organization.get(`${own.id}/_apis/wit/classificationnodes/areas`),
  )
  const denial = {
    token: `vstfs:///Classification/Node/${identifier}`,
    merge: true,
    accessControlEntries: [{ descriptor: administrators?.descriptor, allow: 0, deny: 16 }],
  }
  await organization.post('_apis/accesscontrolentries/83e28ad4-2d72-4ceb-97b0-c7726d5502c3?api-version=7.1', denial)
  const after = await found(organization)
  expect(after.length).toBeGreaterThan(0)
  expect(after.length).toBeLessThan(before.length)
  expect(await projectsOfItems(organization, after)).not.toContain(own.name)
})

test('a stakeholder reads work items and no Analytics', async () => {
  const organization = asMember({ accessLevel: 'stakeholder' })
  expect((await found(organization)).length).toBe(400)
  const answer = await organization.fetch(
    new Request('https://analytics.dev.azure.com/contoso/_odata/v4.0-preview/WorkItems?$select=WorkItemId'),
  )
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('VS403527')
})
