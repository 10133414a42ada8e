import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPersonalAccessTokenHandler, WebApi } from 'azure-devops-node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestOrganization } from './test-organization'

/** Microsoft's own client for Node, as it is published, against the sandbox over HTTP. */
const organization = createTestOrganization({ items: 500 })
let server: Server
let api: WebApi

beforeAll(async () => {
  server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = 'GET', url = '/', headers } = incoming
    const hasBody = method !== 'GET' && method !== 'HEAD' && chunks.length > 0
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      body: hasBody ? Buffer.concat(chunks) : null,
    })
    const response = await organization.fetch(request)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  api = new WebApi(`http://127.0.0.1:${port}/contoso`, getPersonalAccessTokenHandler('secret'))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

test('lists the projects', async () => {
  const core = await api.getCoreApi()
  const projects = await core.getProjects()
  expect(projects.map(({ name }) => name)).toEqual(['Storefront', 'Field Service', 'Workplace'])
  expect((await core.getProject('Field Service')).id).toBe(projects[1]?.id)
})

test('says who it is connected as', async () => {
  expect((await api.connect()).authenticatedUser?.providerDisplayName).toBe('Practice app')
})

test('runs a query, reads what it found in a batch, and one item with its relations', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const wiql = 'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Parent] <> 0'
  const { workItems = [] } = await wit.queryByWiql({ query: wiql }, { project: 'Storefront' })
  const ids = workItems.flatMap(({ id }) => id ?? []).slice(0, 200)
  expect(ids.length).toBeGreaterThan(100)

  const items = await wit.getWorkItemsBatch({ ids, fields: ['System.Id', 'System.TeamProject'] })
  expect(items.map(({ id }) => id)).toEqual(ids)
  expect(new Set(items.map(({ fields }) => fields?.['System.TeamProject']))).toEqual(new Set(['Storefront']))

  const child = await wit.getWorkItem(Number(ids.at(-1)), undefined, undefined, 4)
  expect(child.fields?.['System.Title']).toEqual(expect.any(String))
  expect(child.fields?.['System.CreatedDate']).toEqual(expect.anything())
})

test('gets nothing for an item that does not exist', async () => {
  const wit = await api.getWorkItemTrackingApi()
  expect(await wit.getWorkItem(999_999)).toBeNull()
})
