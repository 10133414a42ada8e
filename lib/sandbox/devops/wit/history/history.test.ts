import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf, type ListBody } from '../../test-organization'
import { add, createWriter, type Item, parent, type Relation } from '../writing/test-writer'

const writer = createWriter(120)
const { organization, made, patched, link, send } = writer
const { get, url } = organization

type Fields = Readonly<Record<string, unknown>>

interface UpdateBody {
  readonly id: number
  readonly workItemId: number
  readonly rev: number
  readonly revisedBy: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly revisedDate: string
  readonly fields?: Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>
  readonly relations?: { readonly added?: readonly Relation[]; readonly removed?: readonly Relation[] }
}

const never = '9999-01-01T00:00:00Z'

const updatesOf = async (id: number, query = ''): Promise<readonly UpdateBody[]> =>
  (await bodyOf<ListBody<UpdateBody>>(get(`_apis/wit/workItems/${id}/updates?${query}`))).value

const revisionsOf = async (id: number, query = ''): Promise<readonly Item[]> =>
  (await bodyOf<ListBody<Item>>(get(`_apis/wit/workItems/${id}/revisions?${query}`))).value

const comment = (id: number, text: string): Promise<Response> =>
  send('POST', `Storefront/_apis/wit/workItems/${id}/comments?api-version=7.1-preview.4`, { text })

/** What a reader of updates alone knows of the fields after an update; a comment is of its own revision only. */
function replayed(before: Fields, { fields = {} }: UpdateBody): Fields {
  const { 'System.History': _, ...rest } = before
  const after = new Map<string, unknown>(Object.entries(rest))
  for (const [name, { oldValue, newValue }] of Object.entries(fields)) {
    if (name !== 'System.History') expect(oldValue).toEqual(before[name])
    if (newValue === undefined) after.delete(name)
    else after.set(name, newValue)
  }
  return Object.fromEntries(after)
}

async function expectUpdatesToLeadToRevisions(id: number): Promise<void> {
  const updates = await updatesOf(id)
  expect(updates.map((update) => update.id)).toEqual(updates.map((_, index) => index + 1))
  let fields: Fields = {}
  const states = new Map<number, Fields>()
  for (const update of updates) {
    if (update.fields) {
      fields = replayed(fields, update)
      states.set(update.rev, fields)
    }
  }
  const revisions = await revisionsOf(id, '$expand=all')
  expect(revisions.map(({ rev }) => rev)).toEqual([...states.keys()])
  for (const revision of revisions) {
    // Links between work items change the parent without a revision.
    const { 'System.Parent': _, 'System.RelatedLinkCount': __, ...known } = { ...revision.fields }
    expect(states.get(revision.rev)).toMatchObject(known)
  }
}

describe('updates', () => {
  test('those of seeded items, replayed from the first on, give every revision', async () => {
    for (let id = 1; id <= 40; id += 1) await expectUpdatesToLeadToRevisions(id)
  })

  test('so do those of an item that somebody changes in any way', async () => {
    const anyChange = fc.oneof(
      fc.string({ minLength: 1 }).map((text) => [add('System.Title', `T${text}`)]),
      fc.constantFrom('Active', 'New', 'Resolved', 'Closed').map((state) => [add('System.State', state)]),
      fc.constantFrom('', 'a', 'b; c').map((tags) => [{ op: 'replace', path: '/fields/System.Tags', value: tags }]),
      fc.string({ minLength: 1 }).map((text) => [add('System.History', `<p>${text}</p>`)]),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 6 }), async (changes) => {
        const { id } = await made('Bug')
        for (const operations of changes) await writer.patch(id, operations)
        await expectUpdatesToLeadToRevisions(id)
      }),
      { numRuns: 20 },
    )
  })

  test('the first has no old values; each ends when the next revision begins, the last one never', async () => {
    await patched(11, add('System.Title', 'Second title'))
    const updates = await updatesOf(11)
    const [before, last] = updates.slice(-2)
    expect(Object.values(updates[0]?.fields ?? {}).some((change) => 'oldValue' in change)).toBe(false)
    expect(before?.revisedDate).toBe(last?.fields?.['System.ChangedDate']?.newValue)
    expect(last?.fields?.['System.Title']).toEqual({ oldValue: expect.any(String), newValue: 'Second title' })
    expect(last?.fields?.['System.RevisedDate']).toEqual({ oldValue: before?.revisedDate, newValue: never })
    expect(last?.revisedDate).toBe(never)
    expect(last).toMatchObject({ workItemId: 11, revisedBy: { displayName: 'Practice app' } })
    expect(last?.revisedBy.name).toMatch(/^Practice app <.+>$/)
  })

  test('one that changes only links has no fields, stays at the revision and has a date of its own', async () => {
    const [story, task] = [await made('User Story'), await made('Task')]
    await patched(task.id, link(parent, story.id))
    await patched(task.id, { op: 'remove', path: '/relations/0' })
    const [, added, removed] = await updatesOf(task.id)
    const relation = { rel: parent, url: expect.stringMatching(new RegExp(`/workItems/${story.id}$`)) }
    expect(added).toMatchObject({ id: 2, rev: 1, relations: { added: [relation] } })
    expect(removed).toMatchObject({ id: 3, rev: 1, relations: { removed: [relation] } })
    for (const update of [added, removed]) {
      expect(update).not.toHaveProperty('fields')
      expect(update?.revisedDate).not.toBe(never)
    }
    expect((await updatesOf(task.id))[0]?.revisedDate).toBe(never)
    expect((await updatesOf(story.id)).map(({ rev }) => rev)).toEqual([1, 1, 1])
  })

  test('a comment is new in its revision, and is not taken away by the next', async () => {
    const { id } = await made('Task')
    await comment(id, 'Hello')
    await patched(id, add('System.Title', 'Renamed'))
    const [, second, third] = await updatesOf(id)
    expect(second?.fields?.['System.History']).toEqual({ newValue: 'Hello' })
    expect(third?.fields).not.toHaveProperty(['System.History'])
    expect((await revisionsOf(id)).map(({ fields }) => fields['System.History'])).toEqual([
      undefined,
      'Hello',
      undefined,
    ])
  })

  test('$top and $skip give a part of the list, whatever its size', async () => {
    const { id } = await made('Task')
    for (const title of ['a', 'b', 'c', 'd']) await patched(id, add('System.Title', title))
    const all = await updatesOf(id)
    await fc.assert(
      fc.asyncProperty(fc.nat(7), fc.nat(7), async (skip, top) => {
        expect(await updatesOf(id, `$skip=${skip}&$top=${top}`)).toEqual(all.slice(skip, skip + top))
        expect(await revisionsOf(id, `$skip=${skip}&$top=${top}`)).toEqual(
          (await revisionsOf(id)).slice(skip, skip + top),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('a single one is as in the list, with links', async () => {
    const { _links, ...update } = await bodyOf<UpdateBody & { _links: Record<string, { href: string }> }>(
      get('_apis/wit/workItems/5/updates/1'),
    )
    expect(update).toEqual((await updatesOf(5))[0])
    expect(Object.keys(_links)).toEqual(['self', 'workItemUpdates', 'parent'])
    expect(_links.self?.href).toMatch(/\/workItems\/5\/updates\/1$/)
  })
})

describe('revisions', () => {
  test('the last one holds what the item holds, and a single one is as in the list', async () => {
    const { id, rev } = await patched(9, add('System.Title', 'Changed'))
    const list = await revisionsOf(id, '$expand=relations')
    const item = await writer.read(id)
    expect(list.at(-1)?.fields['System.Title']).toBe('Changed')
    expect(list.at(-1)?.relations).toEqual(item.relations)
    const single = await bodyOf<Item & { _links: object }>(get(`_apis/wit/workItems/${id}/revisions/${rev}`))
    expect(single.fields).toEqual(list.at(-1)?.fields)
    expect(Object.keys(single._links)).toEqual(['self', 'workItemRevisions', 'parent'])
    expect(single.url).toMatch(new RegExp(`^${url}/[0-9a-f-]{36}/_apis/wit/workItems/${id}/revisions/${rev}$`))
    expect(list[0]).not.toHaveProperty('_links')
  })

  test('each ends where the next one begins', async () => {
    const revisions = await revisionsOf(9, '$expand=fields')
    const ends = revisions.map(({ fields }) => fields['System.RevisedDate'])
    const begins = revisions.map(({ fields }) => fields['System.ChangedDate'])
    expect(ends).toEqual([...begins.slice(1), never])
  })

  test('an item as of a date is the revision of that date', async () => {
    const revisions = await revisionsOf(9)
    for (const { rev, fields } of revisions) {
      const asOf = String(fields['System.ChangedDate'])
      const then = await bodyOf<Item>(get(`_apis/wit/workItems/9?asOf=${asOf}`))
      expect(then.rev).toBeGreaterThanOrEqual(rev)
      expect(then.fields['System.ChangedDate']).toBe(asOf)
    }
  })
})

test.each([
  ['999999/updates', 404, 'TF401232'],
  ['999999/revisions', 404, 'TF401232'],
  ['1/updates/999', 404, ''],
  ['1/revisions/999', 404, 'VS402450'],
  ['one/updates', 400, ''],
  ['1/updates?$top=-1', 400, ''],
  ['1/revisions?$expand=everything', 400, ''],
])('%s is refused', async (path, status, code) => {
  expect(await errorOf(get(`_apis/wit/workItems/${path}`))).toMatchObject({ status, code })
})

test('the history of a deleted item is gone with it', async () => {
  const { id } = await made('Task')
  await organization.send('DELETE', `_apis/wit/workitems/${id}`)
  expect(await errorOf(get(`_apis/wit/workItems/${id}/updates`))).toMatchObject({ status: 404, code: 'TF401232' })
})
