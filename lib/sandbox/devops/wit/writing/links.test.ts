import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf } from '../../test-organization'
import { add, child, createWriter, type Item, type Operation, parent, remove } from './test-writer'

const { create, link, made, organization, patch, patched, read } = createWriter()
const related = 'System.LinkTypes.Related'
const successor = 'System.LinkTypes.Dependency-Forward'

const targets = ({ relations = [] }: Item): number[] => relations.map(({ url }) => Number(url.split('/').at(-1)))
const removeAt = (position: number): Operation => remove(`/relations/${position}`)

async function madeMany(count: number, type = 'Task'): Promise<number[]> {
  const ids: number[] = []
  for (let left = count; left > 0; left -= 1) ids.push((await made(type)).id)
  return ids
}

async function familyOf(count: number): Promise<{ id: number; children: number[] }> {
  const { id } = await made('User Story')
  const children = await madeMany(count)
  await patched(id, ...children.map((one) => link(child, one)))
  return { id, children }
}

describe('links between work items', () => {
  test('are written at both ends, and change neither rev nor date at either', async () => {
    const story = await made('User Story')
    const task = await made('Task')
    const linked = await patched(story.id, link(child, task.id, 'why'))
    expect(linked.rev).toBe(1)
    expect(linked.fields['System.ChangedDate']).toBe(story.fields['System.ChangedDate'])
    expect(linked.relations).toEqual([
      {
        rel: child,
        url: expect.stringMatching(new RegExp(`/[0-9a-f-]{36}/_apis/wit/workItems/${task.id}$`)),
        attributes: { isLocked: false, comment: 'why', name: 'Child' },
      },
    ])
    const other = await read(task.id)
    expect(other.rev).toBe(1)
    expect(other.fields['System.Parent']).toBe(story.id)
    expect(other.relations).toMatchObject([{ rel: parent, attributes: { comment: 'why', name: 'Parent' } }])
  })

  test('go at both ends too, and System.Parent with them', async () => {
    const { id, children } = await familyOf(1)
    const [task = 0] = children
    expect((await patched(id, removeAt(0))).rev).toBe(1)
    expect(await read(id)).not.toHaveProperty('relations')
    const other = await read(task)
    expect(other).not.toHaveProperty('relations')
    expect(other.fields).not.toHaveProperty(['System.Parent'])
  })

  test('indexes to remove are those of the list before the patch, in whatever order they come', async () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
      [0, 1],
      [1, 0],
      [0, 2],
    ] as const) {
      const { id } = await familyOf(3)
      const before = targets(await read(id))
      const after = await patched(id, removeAt(first), removeAt(second))
      expect(targets(after)).toEqual(before.filter((_, at) => at !== first && at !== second))
    }
  })

  test('one that is added later can come first in the list', async () => {
    const { id, children } = await familyOf(2)
    const [late = 0] = await madeMany(1)
    const order = targets(await patched(id, link(child, late)))
    expect(order[0]).toBe(late)
    expect(new Set(order)).toEqual(new Set([late, ...children]))
  })

  test('a comment is replaced, at both ends and without a revision', async () => {
    const { id, children } = await familyOf(1)
    const comment = { op: 'replace', path: '/relations/0/attributes/comment', value: 'better' }
    const after = await patched(id, comment)
    expect(after.rev).toBe(1)
    expect(after.relations?.[0]?.attributes.comment).toBe('better')
    expect((await read(children[0] ?? 0)).relations?.[0]?.attributes.comment).toBe('better')
  })

  test('a link with a changed field is one revision of its own end only', async () => {
    const [one = 0, other = 0] = await madeMany(2)
    expect((await patched(one, add('System.Title', 'x'), link(related, other))).rev).toBe(2)
    expect((await read(other)).rev).toBe(1)
  })

  test('the name of a link type may be spelled in any case', async () => {
    const [one = 0, other = 0] = await madeMany(2)
    const { relations } = await patched(one, link('System.LinkTypes.Dependency-forward', other))
    expect(relations?.[0]?.rel).toBe(successor)
    expect((await read(other)).relations?.[0]?.rel).toBe('System.LinkTypes.Dependency-Reverse')
  })

  test('a new item can be linked as it is created', async () => {
    const story = await made('User Story')
    const task = await bodyOf<Item>(create('Task', [add('System.Title', 'x'), link(parent, story.id)]))
    expect(task.fields['System.Parent']).toBe(story.id)
    expect(targets(await read(story.id))).toEqual([task.id])
  })

  test('a parent is replaced in one patch', async () => {
    const { children } = await familyOf(1)
    const [task = 0] = children
    const other = await made('User Story')
    const after = await patched(task, link(parent, other.id), removeAt(0))
    expect(after.fields['System.Parent']).toBe(other.id)
  })

  test('each change of links alone is an update without a revision', async () => {
    const { id } = await familyOf(2)
    await patched(id, removeAt(0))
    const { value } = await bodyOf<{ value: { rev: number }[] }>(organization.get(`_apis/wit/workitems/${id}/updates`))
    expect(value.map(({ rev }) => rev)).toEqual([1, 1, 1])
  })
})

describe('files, pages and artifacts', () => {
  test.each([
    ['Hyperlink', 'https://example.org/why'],
    ['ArtifactLink', 'vstfs:///Git/Commit/1'],
    ['AttachedFile', 'https://dev.azure.com/contoso/_apis/wit/attachments/098a279a-60b9-40a8-868b-b7fd00c0a439'],
  ])('a link of type %s comes and goes with a revision', async (rel, url) => {
    const { id } = await made('Task')
    const after = await patched(id, link(rel, url, 'see'))
    expect(after.rev).toBe(2)
    expect(after.relations).toMatchObject([
      { rel, url, attributes: { id: expect.any(Number), revisedDate: '9999-01-01T00:00:00Z', comment: 'see' } },
    ])
    expect((await patched(id, removeAt(0))).rev).toBe(3)
    expect(await read(id)).not.toHaveProperty('relations')
  })

  test('a file is told with the name and size that it was uploaded with', async () => {
    const upload = new Request(`${organization.url}/_apis/wit/attachments?fileName=Spec.txt&api-version=7.1`, {
      method: 'POST',
      body: 'twelve bytes',
      headers: { 'content-type': 'application/octet-stream' },
    })
    const { url } = await bodyOf<{ url: string }>(organization.fetch(upload))
    const { id } = await made('Task')
    const { relations } = await patched(id, link('AttachedFile', url))
    expect(relations?.[0]?.url).not.toContain('?')
    expect(relations?.[0]?.attributes).toMatchObject({ name: 'Spec.txt', resourceSize: 12 })
    expect((await read(id)).fields['System.AttachedFileCount']).toBe(1)
  })

  test('an artifact keeps its name', async () => {
    const { id } = await made('Task')
    const value = { rel: 'ArtifactLink', url: 'vstfs:///Build/Build/7', attributes: { name: 'Build' } }
    const { relations } = await patched(id, { op: 'add', path: '/relations/-', value })
    expect(relations?.[0]?.attributes.name).toBe('Build')
  })
})

describe('links that are refused', () => {
  test('one that is there already, of whatever kind, or twice in one patch', async () => {
    const { id, children } = await familyOf(1)
    const refused = { status: 400, code: '', typeKey: 'RelationAlreadyExistsException' }
    expect(await errorOf(patch(id, [link(child, children[0] ?? 0)]))).toEqual(refused)
    const page = link('Hyperlink', 'https://example.org')
    expect(await errorOf(patch(id, [page, page]))).toEqual(refused)
    await patched(id, page)
    expect(await errorOf(patch(id, [page]))).toEqual(refused)
  })

  test('a second parent, from either end', async () => {
    const { children } = await familyOf(1)
    const [task = 0] = children
    const other = await made('User Story')
    const message = (id: number, operation: Operation) =>
      bodyOf<{ message: string }>(patch(id, [operation])).then((body) => body.message)
    const sentence = (name: string, one: number, two: number) =>
      `TF201036: You cannot add a ${name} link between work items ${one} and ${two} because a work item can have only one Parent link.`
    expect(await message(task, link(parent, other.id))).toBe(sentence('Parent', task, other.id))
    expect(await message(other.id, link(child, task))).toBe(sentence('Child', other.id, task))
  })

  test('a circle, over however many steps, and a link to itself', async () => {
    const [one = 0, two = 0, three = 0] = await madeMany(3)
    await patched(one, link(child, two), link(successor, two))
    await patched(two, link(child, three), link(successor, three))
    const refused = { status: 400, code: 'TF201035' }
    expect(await errorOf(patch(three, [link(child, one)]))).toMatchObject(refused)
    expect(await errorOf(patch(one, [link(parent, three)]))).toMatchObject(refused)
    expect(await errorOf(patch(three, [link(successor, one)]))).toMatchObject(refused)
    expect(await errorOf(patch(one, [link(related, one)]))).toMatchObject(refused)
    const [four = 0] = await madeMany(1)
    expect(await errorOf(patch(four, [link(child, one), link(parent, three)]))).toMatchObject(refused)
    expect((await patched(three, link(related, one))).rev).toBe(1)
  })

  test('to an item that is not there, of a type that is not, at a place that is not', async () => {
    const { id } = await made('Task')
    expect(await errorOf(patch(id, [link(child, 999_999)]))).toMatchObject({ status: 404, code: 'TF401232' })
    expect(await errorOf(patch(id, [link('Nothing', 1)]))).toMatchObject({ status: 400 })
    expect(await errorOf(patch(id, [link(child, 'https://example.org')]))).toMatchObject({ status: 400 })
    expect(await errorOf(patch(id, [remove('/relations/-')]))).toMatchObject({ status: 400 })
    const replaced = { op: 'replace', path: '/relations/0', value: {} }
    expect(await errorOf(patch(id, [replaced]))).toMatchObject({ status: 400 })
  })
})
