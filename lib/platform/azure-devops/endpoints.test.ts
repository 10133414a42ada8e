import { expect, test } from 'vitest'
import { createEndpoints } from './endpoints'
import type { ApiRequest, Send } from './transport'

interface Page {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Endpoints over a `send` that answers with these pages in turn and writes down what it was asked. */
function setUp(...pages: Page[]) {
  const asked: ApiRequest[] = []
  const send: Send = async (schema, request) => {
    const { body, headers } = pages[asked.length] ?? {}
    asked.push(request)
    return { data: schema.parse(body), headers: new Headers(headers) }
  }
  return { endpoints: createEndpoints(send), asked }
}

const user = { id: 'u1', descriptor: 'd1', providerDisplayName: 'Board reader', properties: {} }

test('connectionData is asked in its preview version, whatever the connection uses', async () => {
  const { endpoints, asked } = setUp({ body: { authenticatedUser: user, instanceId: 'i1', deploymentType: 'hosted' } })
  expect(await endpoints.getConnectionData()).toEqual({
    instanceId: 'i1',
    authenticatedUser: { id: 'u1', descriptor: 'd1', providerDisplayName: 'Board reader' },
  })
  expect(asked[0]).toMatchObject({ path: '_apis/connectionData', apiVersion: '7.1-preview.1' })
})

test('the tenant of an organization is asked without a token', async () => {
  const { endpoints, asked } = setUp({ headers: { 'x-vss-resourcetenant': 'ABC' } })
  expect(await endpoints.getOrganizationTenant()).toBe('abc')
  expect(asked[0]).toMatchObject({ path: '_apis/connectionData', anonymous: true })
})

const project = (id: string) => ({ id, name: `Project ${id}`, state: 'wellFormed', url: 'https://x' })

test('projects are read page by page until there is no more, empty pages included', async () => {
  const { endpoints, asked } = setUp(
    { body: { value: [project('1')] }, headers: { 'x-ms-continuationtoken': '1' } },
    { body: { value: [] }, headers: { 'x-ms-continuationtoken': '2' } },
    { body: { value: [project('3')] } },
  )
  expect((await endpoints.getProjects()).map(({ id }) => id)).toEqual(['1', '3'])
  expect(asked.map(({ query }) => query?.continuationToken)).toEqual([undefined, '1', '2'])
})

test('a continuation token that repeats itself ends the reading', async () => {
  const page = { body: { value: [project('1')] }, headers: { 'x-ms-continuationtoken': '1' } }
  const { endpoints } = setUp(page, page, page)
  expect(await endpoints.getProjects()).toHaveLength(2)
})

test('fields are those of the organization, or of one project', async () => {
  const body = { value: [{ name: 'State', referenceName: 'System.State', type: 'string' }] }
  const { endpoints, asked } = setUp({ body }, { body })
  await endpoints.getFields()
  await endpoints.getFields({ project: 'Fabrikam' })
  expect(asked.map((request) => request.project)).toEqual([undefined, 'Fabrikam'])
})

test('work item types come with their states', async () => {
  const states = [{ name: 'New', color: 'b2b2b2', category: 'Proposed' }]
  const { endpoints } = setUp({ body: { value: [{ name: 'Bug', color: 'CC293D', states, xmlForm: '<FORM/>' }] } })
  expect(await endpoints.getWorkItemTypes({ project: 'Fabrikam' })).toEqual([{ name: 'Bug', color: 'CC293D', states }])
})

test('a flat query gives IDs and columns, and may be sent twice', async () => {
  const columns = [{ referenceName: 'System.Id', name: 'ID', url: 'https://x' }]
  const body = { queryType: 'flat', asOf: '2026-03-02T10:00:00Z', columns, workItems: [{ id: 7, url: 'https://x' }] }
  const { endpoints, asked } = setUp({ body })
  const result = await endpoints.queryByWiql({ project: 'Fabrikam', query: 'SELECT …', top: 10 })
  expect(result.workItems).toEqual([{ id: 7 }])
  expect(asked[0]).toMatchObject({ body: { query: 'SELECT …' }, query: { $top: 10 }, repeatable: true })
})

test('a tree query gives relations; a root may lack or null its rel and source', async () => {
  const workItemRelations = [
    { target: { id: 1 } },
    { rel: null, source: null, target: { id: 2 } },
    { rel: 'System.LinkTypes.Hierarchy-Forward', source: { id: 1 }, target: { id: 3 } },
  ]
  const { endpoints } = setUp({ body: { queryType: 'tree', asOf: '', workItemRelations } })
  expect((await endpoints.queryByWiql({ query: '…' })).workItemRelations).toEqual(workItemRelations)
})

test('a batch asks to omit what may not be read, and leaves out the gaps', async () => {
  const item = { id: 1, rev: 2, fields: { 'System.Title': 'A' } }
  const { endpoints, asked } = setUp({ body: { count: 2, value: [null, item] } })
  expect(await endpoints.getWorkItemsBatch({ ids: [9, 1], fields: ['System.Title'] })).toEqual([item])
  expect(asked[0]?.body).toEqual({ ids: [9, 1], fields: ['System.Title'], errorPolicy: 'omit' })
})

test('a batch may be read as of a time', async () => {
  const { endpoints, asked } = setUp({ body: { value: [] } })
  await endpoints.getWorkItemsBatch({ ids: [1], fields: ['System.Id'], asOf: '2026-01-01T00:00:00Z' })
  expect(asked[0]?.body).toMatchObject({ asOf: '2026-01-01T00:00:00Z' })
})

test.each([
  ['no list', { value: {} }],
  ['an item without fields', { value: [{ id: 1, rev: 1 }] }],
  ['an item without a revision', { value: [{ id: 1, fields: {} }] }],
  ['text for an item', { value: ['1'] }],
])('a batch with %s is not taken for data', async (_name, body) => {
  await expect(setUp({ body }).endpoints.getWorkItemsBatch({ ids: [1], fields: [] })).rejects.toThrow()
})

test('one work item comes whole', async () => {
  const item = {
    id: 1,
    rev: 2,
    fields: { 'System.Title': 'A' },
    relations: [{ rel: 'r', url: 'u' }],
    commentVersionRef: {},
  }
  const { endpoints, asked } = setUp({ body: item })
  expect(await endpoints.getWorkItem({ id: 1 })).toEqual(item)
  expect(asked[0]).toMatchObject({ path: '_apis/wit/workitems/1', query: { $expand: 'all' } })
})
