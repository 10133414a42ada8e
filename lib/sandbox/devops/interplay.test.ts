import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { WebApi } from 'azure-devops-node-api'
import * as VSSInterfaces from 'azure-devops-node-api/interfaces/common/VSSInterfaces.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectClient } from './test-client'
import { createTestOrganization } from './test-organization'

/** Microsoft's own client for Node, as it is published, against the sandbox over HTTP. */
const organization = createTestOrganization({ items: 500, role: 'collection administrators' })
let client: Awaited<ReturnType<typeof connectClient>>
let api: WebApi

beforeAll(async () => {
  client = await connectClient(organization)
  api = client.api
})

afterAll(() => client.close())

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

test('adds a comment, reads it page by page, changes and deletes it', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const { id = 0 } = await wit.createWorkItem({}, [field('System.Title', 'Discussed')], 'Storefront', 'Task')
  const first = await wit.addComment({ text: 'One' }, 'Storefront', id)
  await wit.addComment({ text: 'Two' }, 'Storefront', id)
  const page = await wit.getComments('Storefront', id, 1)
  expect([page.totalCount, page.comments?.map(({ text }) => text)]).toEqual([2, ['Two']])
  const next = await wit.getComments('Storefront', id, undefined, page.continuationToken)
  expect([next.continuationToken, next.comments?.map(({ text }) => text)]).toEqual([undefined, ['One']])

  const changed = await wit.updateComment({ text: 'Three' }, 'Storefront', id, Number(first.id))
  expect([changed.version, changed.text]).toEqual([2, 'Three'])
  await wit.deleteComment('Storefront', id, Number(first.id))
  expect((await wit.getComments('Storefront', id)).totalCount).toBe(1)
  expect((await wit.getWorkItem(id)).rev).toBe(5)
})

test('reads the updates and revisions of an item', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const { id = 0 } = await wit.createWorkItem({}, [field('System.Title', 'Before')], 'Storefront', 'Task')
  await wit.updateWorkItem({}, [field('System.Title', 'After', Replace)], id)
  const [, second] = await wit.getUpdates(id)
  expect(second?.fields?.['System.Title']).toEqual({ oldValue: 'Before', newValue: 'After' })
  expect(second?.revisedDate?.getUTCFullYear()).toBe(9999)
  expect((await wit.getUpdate(id, 2)).rev).toBe(2)
  expect((await wit.getUpdates(id, 1, 1)).map((update) => update.id)).toEqual([2])
  const revisions = await wit.getRevisions(id)
  expect(revisions.map(({ fields }) => fields?.['System.Title'])).toEqual(['Before', 'After'])
  expect((await wit.getRevision(id, 1)).fields?.['System.Title']).toBe('Before')
})

test('reads reports of revisions and links from the first batch to the last, and what comes later', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const fields = ['System.Id', 'System.State']
  let batch = await wit.readReportingRevisionsGet(undefined, fields)
  const read = [...(batch.values ?? [])]
  while (!batch.isLastBatch) {
    batch = await wit.readReportingRevisionsGet(undefined, fields, undefined, batch.continuationToken)
    read.push(...(batch.values ?? []))
  }
  expect(read.length).toBeGreaterThan(500)
  const { id } = await wit.createWorkItem({}, [field('System.Title', 'Later')], 'Storefront', 'Task')
  const later = await wit.readReportingRevisionsPost({ fields }, undefined, batch.continuationToken)
  expect(later.values).toEqual([{ id, rev: 1, fields: { 'System.Id': id, 'System.State': 'New' } }])
  const links = await wit.getReportingLinksByLinkType('Storefront', ['System.LinkTypes.Hierarchy'])
  expect(links.values?.[0]).toMatchObject({ rel: 'System.LinkTypes.Hierarchy', isActive: true })
})

test('uploads a file and downloads it again', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const { id = '' } = await wit.createAttachment({}, Readable.from(['Some text']), 'note.txt')
  const stream = await wit.getAttachmentContent(id, 'note.txt', undefined, true)
  expect(await text(stream)).toBe('Some text')
})

test('reads a project’s tags, and where a check-in takes an item', async () => {
  const wit = await api.getWorkItemTrackingApi()
  const [tag] = await wit.getTags('Storefront')
  expect((await wit.getTag('Storefront', String(tag?.name))).id).toBe(tag?.id)
  expect((await wit.getWorkItemNextStatesOnCheckinAction([1])).map(({ id }) => id)).toEqual([1])
  expect((await wit.getWorkItemIcons()).map(({ id }) => id)).toContain('icon_insect')
})
