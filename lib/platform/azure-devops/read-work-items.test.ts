import { expect, test } from 'vitest'
import type { Endpoints, WorkItemInBatch } from './endpoints'
import { readWorkItems } from './read-work-items'

type Batch = Parameters<Endpoints['getWorkItemsBatch']>[0]

const item = (id: number): WorkItemInBatch => ({ id, rev: 1, fields: { 'System.Id': id } })
const upTo = (count: number) => Array.from({ length: count }, (_, index) => count - index)

/** Batches end in another order than they began. */
function setUp(read: (batch: Batch) => WorkItemInBatch[] | Promise<WorkItemInBatch[]> = ({ ids }) => ids.map(item)) {
  const batches: Batch[] = []
  const getWorkItemsBatch = async (batch: Batch) => {
    const turns = (batches.push(batch) * 7) % 5
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
    return await read(batch)
  }
  return { endpoints: { getWorkItemsBatch }, batches }
}

test('any number of items is read completely, in the order of their IDs, at most 200 at once', async () => {
  const { endpoints, batches } = setUp()
  const ids = upTo(20_050)
  const items = await readWorkItems(endpoints, ids, ['System.Id'])
  expect(items.map(({ id }) => id)).toEqual(ids)
  expect(batches).toHaveLength(101)
  expect(Math.max(...batches.map((batch) => batch.ids.length))).toBe(200)
})

test('no IDs need no request', async () => {
  const { endpoints, batches } = setUp()
  expect(await readWorkItems(endpoints, [], ['System.Id'])).toEqual([])
  expect(batches).toEqual([])
})

test('an ID given twice is read once and given twice', async () => {
  const { endpoints, batches } = setUp()
  expect((await readWorkItems(endpoints, [3, 1, 3], [])).map(({ id }) => id)).toEqual([3, 1, 3])
  expect(batches[0]?.ids).toEqual([3, 1])
})

test('items that are gone are left out, the others keep their order', async () => {
  const { endpoints } = setUp(({ ids }) =>
    ids
      .filter((id) => id % 2 === 0)
      .map(item)
      .toReversed(),
  )
  expect((await readWorkItems(endpoints, upTo(6), [])).map(({ id }) => id)).toEqual([6, 4, 2])
})

test('fields and time go along with every batch', async () => {
  const { endpoints, batches } = setUp()
  await readWorkItems(endpoints, upTo(201), ['System.Title'], { asOf: '2026-01-01T00:00:00Z' })
  expect(batches.map(({ fields, asOf }) => [fields, asOf])).toEqual(
    Array(2).fill([['System.Title'], '2026-01-01T00:00:00Z']),
  )
})

test('the first batch that fails stops the others', async () => {
  const { endpoints, batches } = setUp(({ ids }) => {
    if (ids.includes(1)) throw new Error('failed')
    return new Promise(() => undefined)
  })
  await expect(readWorkItems(endpoints, upTo(600), [])).rejects.toThrow('failed')
  expect(batches.map(({ signal }) => signal?.aborted)).toEqual([true, true, true])
})

test("the caller's abort reaches every batch", async () => {
  const controller = new AbortController()
  const { endpoints, batches } = setUp(
    ({ signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  )
  const reading = readWorkItems(endpoints, upTo(400), [], { signal: controller.signal })
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
  controller.abort(new Error('left'))
  await expect(reading).rejects.toThrow('left')
  expect(batches.map(({ signal }) => signal?.aborted)).toEqual([true, true])
})
