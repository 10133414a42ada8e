import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, errorOf, type ListBody } from '../../test-organization'
import { add, child, createWriter } from '../writing/test-writer'

const writer = createWriter(60)
const { organization, made, patched, read, send } = writer
const { get, post, url } = organization
const revisionsPath = '_apis/wit/reporting/workItemRevisions'
const linksPath = '_apis/wit/reporting/workItemLinks'

interface Batch<T> {
  readonly values: readonly T[]
  readonly nextLink: string
  readonly continuationToken: string
  readonly isLastBatch: boolean
}

interface Revision {
  readonly id: number
  readonly rev: number
  readonly fields: Readonly<Record<string, unknown>>
}

interface ReportedLink {
  readonly rel: string
  readonly sourceId: number
  readonly targetId: number
  readonly isActive: boolean
}

const revisions = (query = ''): Promise<Batch<Revision>> => bodyOf(get(`${revisionsPath}?${query}`))
const links = (query = ''): Promise<Batch<ReportedLink>> => bodyOf(get(`${linksPath}?${query}`))
const follow = <T>({ nextLink }: Batch<T>): Promise<Batch<T>> => bodyOf(get(nextLink.slice(url.length + 1)))

/** Reads from an address to the last batch. */
async function readAll<T>(first: Promise<Batch<T>>): Promise<{ values: T[]; last: Batch<T> }> {
  let last = await first
  const values = [...last.values]
  while (!last.isLastBatch) {
    last = await follow(last)
    values.push(...last.values)
  }
  return { values, last }
}

const keyOf = ({ id, rev }: { id: number; rev: number }): string => `${id}/${rev}`

/** What there is to be read, from the histories of the single items. */
async function allRevisions(): Promise<string[]> {
  const keys: string[] = []
  for (let id = 1; ; id += 1) {
    const answer = await get(`_apis/wit/workItems/${id}/revisions`)
    if (answer.status !== 200) return keys
    keys.push(...(await bodyOf<ListBody<Revision>>(answer)).value.map(keyOf))
  }
}

describe('reporting revisions', () => {
  test('pages of any size never skip or repeat a revision while others write', async () => {
    const anyWrite = fc.constantFrom('title', 'comment', 'create', 'nothing')
    const write = async (what: string): Promise<void> => {
      if (what === 'title') await patched(7, add('System.Title', 'Changed while somebody reads'))
      if (what === 'create') await made('Task')
      if (what === 'comment') {
        await send('POST', 'Storefront/_apis/wit/workItems/8/comments?api-version=7.1-preview.4', { text: 'Hello' })
      }
    }
    const anyStep = fc.record({ size: fc.integer({ min: 1, max: 90 }), what: anyWrite })
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
        let token = ''
        const keys: string[] = []
        for (const { size, what } of steps) {
          const batch = await revisions(`$maxPageSize=${size}&fields=System.Rev&continuationToken=${token}`)
          expect(batch.values.length).toBeLessThanOrEqual(size)
          keys.push(...batch.values.map(keyOf))
          token = batch.continuationToken
          await write(what)
        }
        const { values } = await readAll(revisions(`fields=System.Rev&continuationToken=${token}`))
        keys.push(...values.map(keyOf))
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(keys)).toEqual(new Set(await allRevisions()))
      }),
      { numRuns: 10 },
    )
  })

  test('the last batch still says where to go on, and only what changed since is there', async () => {
    const { last } = await readAll(revisions())
    expect(last.nextLink).toContain(`?continuationToken=${last.continuationToken}`)
    expect(await follow(last)).toMatchObject({ values: [], isLastBatch: true })
    const { rev } = await patched(3, add('System.Title', 'Another title'))
    expect((await follow(last)).values.map(keyOf)).toEqual([keyOf({ id: 3, rev })])
    expect(Object.keys(await follow(last))).toEqual(['values', 'nextLink', 'continuationToken', 'isLastBatch'])
  })

  test('people are text or references, long texts come with $expand=fields, dates are those of the next revision', async () => {
    const item = await made('Bug')
    const second = await patched(item.id, add('Microsoft.VSTS.TCM.ReproSteps', '<p>Push</p>'))
    const since = `continuationToken=${(await readAll(revisions())).last.continuationToken.split(';')[0]}`
    expect((await revisions(since)).values).toEqual([])

    const { values } = await readAll(revisions('types=Bug'))
    const own = values.filter(({ id }) => id === item.id)
    expect(own.map(({ rev }) => rev)).toEqual([1, second.rev])
    expect(own[0]?.fields).toMatchObject({ 'System.Id': item.id, 'System.Rev': 1, 'System.Title': 'Bug' })
    expect(own[0]?.fields['System.RevisedDate']).toBe(own[1]?.fields['System.ChangedDate'])
    expect(own[1]?.fields['System.RevisedDate']).toBe('9999-01-01T00:00:00Z')
    expect(own[1]?.fields['System.CreatedBy']).toMatch(/^Practice app <.+>$/)
    expect(own[1]?.fields).not.toHaveProperty(['Microsoft.VSTS.TCM.ReproSteps'])

    const expanded = await readAll(revisions('types=Bug&$expand=fields&includeIdentityRef=true'))
    expect(expanded.values.at(-1)?.fields).toMatchObject({
      'Microsoft.VSTS.TCM.ReproSteps': '<p>Push</p>',
      'System.CreatedBy': { displayName: 'Practice app' },
    })
  })

  test('a filter in a body is the same as one in the query', async () => {
    const filter = { types: ['Task'], fields: ['System.Title', 'System.Tags'], includeTagRef: true }
    const [posted, asked] = await Promise.all([
      bodyOf<Batch<Revision>>(post(`${revisionsPath}?api-version=7.1&$maxPageSize=500`, filter)),
      revisions('types=Task&fields=System.Title,System.Tags&includeTagRef=true&$maxPageSize=500'),
    ])
    expect(posted.values).toEqual(asked.values)
    const tagged = posted.values.find(({ fields }) => fields['System.Tags'] !== undefined)
    expect(tagged?.fields['System.Tags']).toContainEqual({ id: expect.any(String), name: expect.any(String) })
  })

  test('the watermark of an item is that behind which its latest revision is the last one told', async () => {
    const written = [await made('Task'), await patched(9, add('System.Title', 'With a watermark'))]
    for (const { id, rev } of [...written, await read(20)]) {
      const { 'System.Watermark': watermark } = (await read(id)).fields
      const from = `$maxPageSize=1&continuationToken=${Number(watermark) - 1}&fields=System.Watermark`
      const batch = await revisions(from)
      expect(batch.values).toEqual([{ id, rev, fields: { 'System.Watermark': watermark } }])
      expect(batch.continuationToken).toBe(`${watermark};${id};${rev}`)
    }
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.Watermark] > 0 ORDER BY [System.Watermark] DESC`
    const { workItems } = await bodyOf<{ workItems: { id: number }[] }>(
      post('_apis/wit/wiql?api-version=7.1', { query }),
    )
    expect(workItems[0]?.id).toBe(9)
  })

  test('a write answers with its watermark, a rehearsal with the one before', async () => {
    const before = await read(10)
    const would = await writer.patch(10, [add('System.Title', 'New')], '&validateOnly=true&$expand=all')
    const rehearsed = await bodyOf<Revision>(would)
    expect(rehearsed.fields['System.Watermark']).toBe(before.fields['System.Watermark'])
    const written = await bodyOf<Revision>(await writer.patch(10, [add('System.Title', 'New')], '&$expand=all'))
    expect(written).toEqual(await read(10))
    expect(written.fields['System.Watermark']).toBeGreaterThan(Number(before.fields['System.Watermark']))
  })

  test('only the latest revision of each item, if that is asked for', async () => {
    const { values } = await readAll(revisions('includeLatestOnly=true&fields=System.Rev'))
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length)
    for (const { id, rev } of values.slice(0, 20)) expect((await read(id)).rev).toBe(rev)
  })

  test('discussions are the revisions that brought a comment', async () => {
    const { last } = await readAll(revisions())
    await patched(4, add('System.Title', 'No comment'))
    await patched(5, add('System.History', 'A comment'))
    const path = `${revisionsPath}/discussions?fields=System.Id&continuationToken=${last.continuationToken}`
    const batch = await bodyOf<Batch<Revision>>(get(path))
    expect(batch.values.map(({ id }) => id)).toEqual([5])
    expect(await follow(batch)).toMatchObject({ values: [], isLastBatch: true })
  })

  test('a start date leaves out what happened before it', async () => {
    const start = '2026-10-01T00:00:00Z'
    const { values } = await readAll(revisions(`startDateTime=${start}&fields=System.ChangedDate`))
    const dates = values.map(({ fields }) => String(fields['System.ChangedDate']))
    expect(dates.length).toBeGreaterThan(0)
    for (const date of dates) expect(Date.parse(date)).toBeGreaterThanOrEqual(Date.parse(start))
  })

  test('deleted items are there on request only', async () => {
    const { id } = await made('Task', 'Soon gone')
    const { last } = await readAll(revisions())
    await organization.send('DELETE', `_apis/wit/workitems/${id}`)
    expect((await follow(last)).values).toEqual([])
    const query = `continuationToken=${last.continuationToken}&includeDeleted=true&fields=System.Id,System.IsDeleted`
    expect((await revisions(query)).values).toEqual([
      { id, rev: 2, fields: { 'System.Id': id, 'System.IsDeleted': true } },
    ])
  })

  test('a project’s report is about the project, and its token is good for nothing else', async () => {
    const report = `Workplace/${revisionsPath}?fields=System.TeamProject`
    const batch = await bodyOf<Batch<Revision>>(get(report))
    expect(new Set(batch.values.map(({ fields }) => fields['System.TeamProject']))).toEqual(new Set(['Workplace']))
    const token = encodeURIComponent(batch.continuationToken)
    expect((await get(`${report}&continuationToken=${token}`)).status).toBe(200)
    expect(await errorOf(get(`${revisionsPath}?continuationToken=${token}`))).toMatchObject({ status: 400 })
    expect(await errorOf(get(`Storefront/${revisionsPath}?continuationToken=${token}`))).toMatchObject({ status: 400 })
    expect(await errorOf(get(`${report}&types=Bug&continuationToken=${token}`))).toMatchObject({ status: 400 })
  })

  test.each(['continuationToken=abc', 'startDateTime=soon', 'fields=Nope', '$expand=everything', '$maxPageSize=0'])(
    '%s is refused',
    async (query) => {
      expect(await errorOf(get(`${revisionsPath}?${query}`))).toMatchObject({ status: 400 })
    },
  )
})

describe('reporting links', () => {
  test('a link comes once, from parent to child; when it is removed it comes again and is not active', async () => {
    const [top, bottom] = [await made('Epic'), await made('Feature')]
    const { last } = await readAll(links())
    await patched(top.id, writer.link(child, bottom.id))
    const added = await follow(last)
    const link = { rel: 'System.LinkTypes.Hierarchy', sourceId: top.id, targetId: bottom.id }
    expect(added.values).toEqual([expect.objectContaining({ ...link, isActive: true })])
    await patched(bottom.id, { op: 'remove', path: '/relations/0' })
    expect((await follow(added)).values).toEqual([expect.objectContaining({ ...link, isActive: false })])
  })

  test('deleting an item takes its links away, restoring it brings them back', async () => {
    const [top, bottom] = [await made('Epic'), await made('Feature')]
    await patched(top.id, writer.link(child, bottom.id))
    for (const gone of [top, bottom]) {
      const { last } = await readAll(links())
      await organization.send('DELETE', `_apis/wit/workitems/${gone.id}`)
      const removed = await follow(last)
      expect(removed.values).toEqual([expect.objectContaining({ sourceId: top.id, isActive: false })])
      await organization.send('PATCH', `_apis/wit/recyclebin/${gone.id}`, { isDeleted: false })
      expect((await follow(removed)).values).toEqual([expect.objectContaining({ sourceId: top.id, isActive: true })])
    }
  })

  test('the parents of all items are those that the report names', async () => {
    const { values } = await readAll(links('linkTypes=System.LinkTypes.Hierarchy-Forward'))
    const parents = new Map(
      values.map(({ sourceId, targetId, isActive }) => [targetId, isActive ? sourceId : undefined]),
    )
    for (let id = 1; id <= 60; id += 1) {
      expect(parents.get(id)).toBe((await read(id)).fields['System.Parent'])
    }
  })

  test('only links of the types asked for, in either of their spellings', async () => {
    const [one, other] = [await made('Task'), await made('Task')]
    await patched(one.id, writer.link('System.LinkTypes.Related', other.id))
    const [all, related] = await Promise.all([readAll(links()), readAll(links('linkTypes=System.LinkTypes.Related'))])
    expect(all.values.length).toBeGreaterThan(related.values.length)
    expect(new Set(related.values.map(({ rel }) => rel))).toEqual(new Set(['System.LinkTypes.Related']))
    expect(await errorOf(get(`${linksPath}?continuationToken=${related.last.continuationToken}`))).toMatchObject({
      status: 400,
    })
  })
})
