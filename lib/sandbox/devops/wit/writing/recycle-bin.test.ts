import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf, type ListBody } from '../../test-organization'
import { add, child, createWriter, type Item, parent } from './test-writer'

const { link, made, organization, patch, patched, read } = createWriter()
const { get, send } = organization

interface Deleted {
  readonly id: number | string
  readonly url: string
  readonly resource?: Item
}

const remove = (id: number, query = ''): Promise<Response> => send('DELETE', `_apis/wit/workitems/${id}${query}`)
const idsInBin = async (): Promise<string[]> =>
  (await bodyOf<ListBody<Deleted>>(get('_apis/wit/recyclebin'))).value.map(({ id }) => String(id))

describe('deleting a work item', () => {
  test('answers 200 with the item as it lies in the bin: one revision more, people as texts, an American date', async () => {
    const { id } = await made('Task', 'sampleTask')
    await patched(id, add('System.State', 'Closed'))
    const response = await remove(id, '?destroy=false')
    expect(response.status).toBe(200)
    const body = await bodyOf<Deleted>(response)
    const url = expect.stringMatching(
      new RegExp(`^https://dev.azure.com/contoso/[0-9a-f-]{36}/_apis/wit/recyclebin/${id}$`),
    )
    const who = expect.stringMatching(/^Practice app <.+>$/)
    expect(body).toEqual({
      id,
      type: 'Task',
      name: 'sampleTask',
      project: 'Storefront',
      deletedDate: '11/23/2026 11:00:00 AM',
      deletedBy: who,
      code: 200,
      url,
      resource: {
        id,
        rev: 3,
        fields: expect.objectContaining({ 'System.State': 'Closed', 'System.ChangedBy': who, 'System.CreatedBy': who }),
        _links: { self: { href: url }, workItemType: expect.anything(), fields: expect.anything() },
        url,
      },
    })
    expect(Object.keys(body)).toEqual([
      'id',
      'type',
      'name',
      'project',
      'deletedDate',
      'deletedBy',
      'code',
      'url',
      'resource',
    ])
  })

  test('afterwards nothing finds it, and the answer does not say that it was deleted', async () => {
    const { id } = await made('Task', 'A title that only this one has')
    await remove(id)
    const missing = { status: 404, code: 'TF401232', typeKey: 'WorkItemUnauthorizedAccessException' }
    expect(await errorOf(get(`_apis/wit/workitems/${id}`))).toEqual(missing)
    expect(await errorOf(patch(id, [add('System.Tags', 'tag2')]))).toEqual(missing)
    expect(await errorOf(remove(id))).toEqual(missing)
    const query = "SELECT [System.Id] FROM WorkItems WHERE [System.Title] = 'A title that only this one has'"
    expect(await bodyOf(organization.post('_apis/wit/wiql?api-version=7.1', { query }))).toMatchObject({
      workItems: [],
    })
  })

  test('others lose their links to it, and have them again when it is restored', async () => {
    const one = await made('Feature')
    const other = await made('User Story')
    await patched(one.id, link(child, other.id, 'part of it'))
    await remove(one.id)
    const alone = await read(other.id)
    expect(alone).not.toHaveProperty('relations')
    expect(alone.fields).not.toHaveProperty(['System.Parent'])
    const restored = await bodyOf<Deleted>(send('PATCH', `_apis/wit/recyclebin/${one.id}`, { isDeleted: false }))
    expect(restored).toMatchObject({ id: one.id, code: 200, resource: { rev: 3 } })
    expect(restored.url).toMatch(new RegExp(`/_apis/wit/workItems/${one.id}$`))
    expect((await read(other.id)).relations).toMatchObject([{ rel: parent, attributes: { comment: 'part of it' } }])
    expect((await read(one.id)).rev).toBe(3)
  })

  test('the bin lists its items, each project its own, and tells of those asked for', async () => {
    const { id } = await made('Task')
    const elsewhere = await made('Task', 'x', { project: 'Workplace' })
    await remove(id)
    await remove(elsewhere.id)
    expect(await idsInBin()).toEqual(expect.arrayContaining([String(id), String(elsewhere.id)]))
    const own = await bodyOf<ListBody<Deleted>>(get('Workplace/_apis/wit/recyclebin'))
    expect(own.value.map((one) => one.id)).toEqual([String(elsewhere.id)])
    expect(Object.keys(own.value[0] ?? {})).toEqual(['id', 'url'])
    const told = await bodyOf<ListBody<Deleted>>(get(`_apis/wit/recyclebin?ids=${id},${elsewhere.id}`))
    expect(told.value).toMatchObject([
      { id, code: 200 },
      { id: elsewhere.id, code: 200 },
    ])
    expect(told.value[0]).not.toHaveProperty('resource')
    expect(await bodyOf(get(`_apis/wit/recyclebin/${id}`))).toMatchObject({ id, resource: { rev: 2 } })
  })

  test('what is destroyed, at once or out of the bin, is gone for good', async () => {
    const one = await made('Task')
    const other = await made('Task')
    expect((await remove(one.id, '?destroy=true')).status).toBe(204)
    await remove(other.id)
    expect((await send('DELETE', `_apis/wit/recyclebin/${other.id}`)).status).toBe(204)
    for (const { id } of [one, other]) {
      expect(await idsInBin()).not.toContain(String(id))
      const restored = send('PATCH', `_apis/wit/recyclebin/${id}`, { isDeleted: false })
      expect(await errorOf(restored)).toMatchObject({ status: 404, code: 'TF401232' })
    }
  })

  test('several are deleted at once, or none if one is missing', async () => {
    const ids = [(await made('Task')).id, (await made('Task')).id]
    const path = '_apis/wit/workitemsdelete'
    expect(await errorOf(send('POST', path, { ids: [...ids, 999_999] }))).toMatchObject({ status: 404 })
    expect((await read(ids[0] ?? 0)).rev).toBe(1)
    const { results } = await bodyOf<{ results: Deleted[] }>(send('POST', path, { ids }))
    expect(results.map(({ id }) => id)).toEqual(ids)
    expect(await idsInBin()).toEqual(expect.arrayContaining(ids.map(String)))
  })
})
