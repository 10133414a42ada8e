import { expect, test } from 'vitest'
import { hasReference, recordedLines, skipped } from '../../../judges/reference'
import { createWriter, type Item, type Operation, type Relation } from './test-writer'

/** What was done to work items of a real organization, one thing after the other. */
interface Recording {
  readonly source: { readonly blob?: string; readonly index: number }
  readonly request: { readonly method: string; readonly url: string; readonly body: readonly Operation[] | null }
  readonly response: { readonly status: number; readonly body: Partial<Item> & { readonly resource?: Item } }
}

const sequences = [
  ['five tasks, links between them, links removed by index', '06081b', 'Workplace'],
  ['a task, finished and deleted', '6f1493', 'Workplace'],
  ['a task, finished and deleted, in another year', '2d335d', 'Workplace'],
  ['tags added, replaced and cleared, and a bug that is gone', '417a93', 'Storefront'],
] as const

const ofItems = /_apis\/wit\/workitems\/(\$?\w+)(\?.*)?$/i

const recordings = recordedLines<Recording>('work-items.jsonl').filter(({ request }) => ofItems.test(request.url))
const sequenceOf = (blob: string) => recordings.filter(({ source }) => source.blob?.startsWith(blob))

/** Values that do not depend on where and when something was recorded. */
const timeless = ['WorkItemType', 'State', 'Reason', 'Title', 'Tags', 'CommentCount'].map((name) => `System.${name}`)
const planned = ['Priority', 'Severity', 'ValueArea'].map((name) => `Microsoft.VSTS.Common.${name}`)

const idIn = (url: string): number => Number(url.split('/').at(-1))

/** Does again what was recorded, with the sandbox's IDs in place of the recorded ones. */
function createReplay(project: string) {
  const { organization, send } = createWriter(50)
  const ids = new Map<number, number>()
  /** Relations as they stood before, by the ID of the item: recorded, and ours. */
  const lists = new Map<number, readonly [recorded: readonly number[], ours: readonly number[]]>()
  const ours = (id: number): number => ids.get(id) ?? id

  /** The service's lists have an order of their own, so an index is that of the same link in our list. */
  function translated(
    operation: Operation,
    [recorded, own]: readonly [readonly number[], readonly number[]],
  ): Operation {
    const value: Partial<Relation> = Object(operation.value)
    const index = /^\/relations\/(\d+)$/.exec(operation.path)?.[1]
    if (index !== undefined)
      return { ...operation, path: `/relations/${own.indexOf(ours(recorded[Number(index)] ?? 0))}` }
    if (value.url === undefined) return operation
    return {
      ...operation,
      value: { ...value, url: `${organization.url}/_apis/wit/workItems/${ours(idIn(value.url))}` },
    }
  }

  return {
    ours,
    async ask({ request, response }: Recording): Promise<Partial<Item> & { resource?: Item }> {
      const [, name = '', query = ''] = ofItems.exec(request.url) ?? []
      const id = Number(name)
      const place = name.startsWith('$') ? `${project}/_apis/wit/workitems/${name}` : `_apis/wit/workitems/${ours(id)}`
      const path = `${place}${query}${query === '' ? '?' : '&'}api-version=5.0`
      const operations = request.body?.map((one) => translated(one, lists.get(id) ?? [[], []]))
      const answer = await send(request.method, path, operations)
      expect(answer.status).toBe(response.status)
      const item: Partial<Item> = await answer.json()
      if (name.startsWith('$')) ids.set(Number(response.body.id), Number(item.id))
      const targets = ({ relations = [] }: Partial<Item>) => relations.map(({ url }) => idIn(url))
      lists.set(id, [targets(response.body), targets(item)])
      return item
    },
  }
}

/** Tags that were cleared are an empty text in the recorded recycle bin; here they are left out there as everywhere. */
const pick = (fields: Item['fields'] = {}): unknown[] =>
  [...timeless, ...planned].map((name) => fields[name] || undefined)

const note = hasReference ? '' : `: ${skipped}`

test.each(sequences)(`as recorded: %s${note}`, async (_, blob, project) => {
  const sequence = sequenceOf(blob)
  expect(sequence.length > 4).toBe(hasReference)
  const { ask, ours } = createReplay(project)
  for (const recording of sequence) {
    const { body } = recording.response
    const item = await ask(recording)
    const [own, recorded] = [item.resource ?? item, body.resource ?? body]
    expect(own.rev).toBe(recorded.rev)
    expect(pick(own.fields)).toEqual(pick(recorded.fields))
    const links = ({ relations = [] }: Partial<Item>, id: (id: number) => number) =>
      new Set(relations.map(({ rel, url }) => `${rel} ${id(idIn(url))}`))
    expect(links(own, (id) => id)).toEqual(links(recorded, ours))
    const parent = 'System.Parent'
    expect(own.fields?.[parent]).toBe(recorded.fields?.[parent] && ours(Number(recorded.fields[parent])))
  }
})
