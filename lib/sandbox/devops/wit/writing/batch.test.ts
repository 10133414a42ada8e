import { expect, test } from 'vitest'
import { bodyOf, type ListBody } from '../../test-organization'
import { add, createWriter, type Item, type Operation, parent } from './test-writer'

const { link, made, organization, read } = createWriter()

interface Part {
  readonly code: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const part = (uri: string, body: readonly Operation[], method = 'PATCH') => ({
  method,
  uri: `${uri}?api-version=7.1`,
  headers: { 'Content-Type': 'application/json-patch+json' },
  body,
})

const run = (parts: readonly object[], method = 'POST') =>
  bodyOf<ListBody<Part>>(organization.send(method, '_apis/wit/$batch', parts))

const id = (value: number | string): Operation => ({ op: 'add', path: '/id', value })

test('items of one batch are linked by the negative IDs that they have in it', async () => {
  const { count, value } = await run([
    part('/Field Service/_apis/wit/workItems/$Product Backlog Item', [add('System.Title', 'Story'), id('-1')]),
    part('/Field Service/_apis/wit/workItems/$Task', [add('System.Title', 'Task'), id(-2), link(parent, -1)]),
  ])
  expect(count).toBe(2)
  expect(value.map(({ code, headers }) => [code, headers])).toEqual([
    [200, { 'Content-Type': 'application/json; charset=utf-8' }],
    [200, { 'Content-Type': 'application/json; charset=utf-8' }],
  ])
  const [story, task] = value.map(({ body }): Item => JSON.parse(body))
  expect(task?.fields['System.Parent']).toBe(story?.id)
  expect((await read(story?.id ?? 0)).relations?.map(({ url }) => url.split('/').at(-1))).toEqual([String(task?.id)])
})

test('a part that fails has its code and error, and takes nothing back of the others', async () => {
  const one = await made('Task')
  const other = await made('Task')
  const { value } = await run(
    [
      part(`/_apis/wit/workitems/${one.id}`, [add('System.Title', 'Changed')]),
      part(`/_apis/wit/workitems/${other.id}`, [add('System.State', 'Nowhere')]),
      part('/_apis/wit/workitems/999999', [add('System.Title', 'x')]),
      part(`/_apis/wit/workitems/${other.id}`, [add('System.Title', 'Changed too')]),
    ],
    'PATCH',
  )
  expect(value.map(({ code }) => code)).toEqual([200, 400, 404, 200])
  expect(JSON.parse(value[1]?.body ?? '')).toMatchObject({ typeKey: 'RuleValidationException' })
  expect(JSON.parse(value[2]?.body ?? '')).toMatchObject({ typeKey: 'WorkItemUnauthorizedAccessException' })
  expect((await read(one.id)).fields['System.Title']).toBe('Changed')
  expect((await read(other.id)).fields['System.Title']).toBe('Changed too')
})

test('what is no write of a work item is not emulated in a batch', async () => {
  const { value } = await run([part('/_apis/wit/workitems/1', [], 'GET'), part('/_apis/projects', [])])
  expect(value.map(({ code }) => code)).toEqual([501, 501])
})
