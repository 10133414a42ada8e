import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPersonalAccessTokenHandler, WebApi } from 'azure-devops-node-api'
import * as VSSInterfaces from 'azure-devops-node-api/interfaces/common/VSSInterfaces.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestOrganization } from './test-organization'

/** Microsoft's own client for Node, as it is published, against the sandbox over HTTP. */
const organization = createTestOrganization({ items: 500, role: 'collection administrators' })
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

/** Of the client's numbers for the operations of a JSON Patch. */
const { Add, Replace, Remove, Test } = VSSInterfaces.Operation

const field = (name: string, value: unknown, op = Add) => ({ op, path: `/fields/${name}`, value })

test('creates items, updates them, links them and takes the link away', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const create = (type: string, title: string) =>
    wit.createWorkItem({}, [field('System.Title', title)], 'Storefront', type)
  const story = await create('User Story', 'Pay later')
  const task = await create('Task', 'Ask the bank')
  expect(task.rev).toBe(1)

  const patch = [{ op: Test, path: '/rev', value: 1 }, field('System.State', 'Active', Replace)]
  const active = await wit.updateWorkItem({}, patch, Number(task.id))
  expect([active.rev, active.fields?.['System.Reason']]).toEqual([2, 'Work started'])
  await expect(wit.updateWorkItem({}, patch, Number(task.id))).rejects.toMatchObject({ statusCode: 412 })

  const value = { rel: 'System.LinkTypes.Hierarchy-Reverse', url: story.url }
  const linked = await wit.updateWorkItem({}, [{ op: Add, path: '/relations/-', value }], Number(task.id))
  expect([linked.rev, linked.fields?.['System.Parent']]).toEqual([2, story.id])
  const alone = await wit.updateWorkItem({}, [{ op: Remove, path: '/relations/0' }], Number(task.id))
  expect(alone.relations).toBeUndefined()
})

test('deletes an item, finds it in the recycle bin, restores it, and destroys it', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const { id = 0 } = await wit.createWorkItem({}, [field('System.Title', 'Gone')], 'Workplace', 'Task')
  const deleted = await wit.deleteWorkItem(id, 'Workplace')
  expect([deleted.code, deleted.resource?.rev]).toEqual([200, 2])
  expect(await wit.getWorkItem(id)).toBeNull()
  const bin = await wit.getDeletedWorkItemShallowReferences('Workplace')
  expect(bin.map((one) => Number(one.id))).toContain(id)

  await wit.restoreWorkItem({ isDeleted: false }, id, 'Workplace')
  expect((await wit.getWorkItem(id)).rev).toBe(3)

  await wit.deleteWorkItem(id, 'Workplace')
  await wit.destroyWorkItem(id, 'Workplace')
  expect(await wit.getDeletedWorkItem(id, 'Workplace')).toBeNull()
})
