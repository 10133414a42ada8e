import { expect, test } from 'vitest'
import { bodyOf, errorOf, type ListBody } from '../../test-organization'
import { add, createWriter } from '../writing/test-writer'

const { organization, made, patched, read } = createWriter(200)
const { get, send } = organization

interface TagBody {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly lastUpdated: string
}

const tags = async (project = 'Storefront'): Promise<readonly TagBody[]> =>
  (await bodyOf<ListBody<TagBody>>(get(`${project}/_apis/wit/tags`))).value

const tagged = async (text: string): Promise<number> => {
  const { id } = await made('Task')
  await patched(id, add('System.Tags', text))
  return id
}

test('the tags of a project are those that its items have, each once', async () => {
  const names = (await tags()).map(({ name }) => name)
  const used = new Set<string>()
  for (let id = 1; id <= 200; id += 1) {
    const { fields } = await read(id)
    if (fields['System.TeamProject'] !== 'Storefront') continue
    for (const tag of String(fields['System.Tags'] ?? '').split('; ')) if (tag !== '') used.add(tag)
  }
  expect(new Set(names)).toEqual(used)
  expect(names.length).toBe(used.size)
})

test('a tag is born with the first item that has it, in that spelling, and found by name or ID', async () => {
  await tags()
  await tagged('Brand new')
  await tagged('BRAND NEW')
  const [tag] = (await tags()).filter(({ name }) => /brand new/i.test(name))
  expect(tag).toMatchObject({ name: 'Brand new', lastUpdated: '2026-11-23T11:00:00Z' })
  for (const key of [tag?.id, tag?.id.toUpperCase(), 'brand%20new']) {
    expect(await bodyOf<TagBody>(get(`Storefront/_apis/wit/tags/${key}`))).toEqual(tag)
  }
  expect((await tags('Workplace')).map(({ name }) => name)).not.toContain('Brand new')
})

test('another name for a tag is its name on all items; the ID stays', async () => {
  const id = await tagged('old; other')
  const before = await bodyOf<TagBody>(get('Storefront/_apis/wit/tags/old'))
  const renamed = await bodyOf<TagBody>(send('PATCH', 'Storefront/_apis/wit/tags/old', { name: 'new' }))
  expect(renamed).toEqual({ ...before, name: 'new' })
  expect((await read(id)).fields['System.Tags']).toBe('new; other')
  expect(await bodyOf<TagBody>(get('Storefront/_apis/wit/tags/new'))).toEqual(renamed)
  expect((await get('Storefront/_apis/wit/tags/old')).status).toBe(404)
})

test('a deleted tag is gone from all items, and may come back', async () => {
  const [alone, beside] = [await tagged('doomed'), await tagged('kept; doomed')]
  expect((await send('DELETE', 'Storefront/_apis/wit/tags/doomed')).status).toBe(204)
  expect((await read(alone)).fields).not.toHaveProperty(['System.Tags'])
  expect((await read(beside)).fields['System.Tags']).toBe('kept')
  expect((await tags()).map(({ name }) => name)).not.toContain('doomed')
  await tagged('Doomed')
  expect((await tags()).map(({ name }) => name)).toContain('Doomed')
})

test.each([
  ['GET', 'nowhere', undefined, 404],
  ['DELETE', 'nowhere', undefined, 404],
  ['PATCH', 'nowhere', { name: 'x' }, 404],
  ['PATCH', 'used', { name: 'a,b' }, 400],
  ['PATCH', 'used', { name: ' ' }, 400],
  ['PATCH', 'used', { name: 'x'.repeat(401) }, 400],
  ['PATCH', 'used', {}, 400],
  ['PATCH', 'used', { name: 'taken' }, 409],
])('%s %s with %j is refused', async (method, name, body, status) => {
  await tagged('used; taken')
  expect(await errorOf(send(method, `Storefront/_apis/wit/tags/${name}`, body))).toMatchObject({ status })
})
