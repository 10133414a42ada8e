import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../../test-organization'

const organization = createTestOrganization({ items: 80 })
const { get, url } = organization
const version = 'api-version=7.1-preview.4'

interface CommentBody {
  readonly workItemId: number
  readonly id: number
  readonly version: number
  readonly text: string
  readonly renderedText?: string
  readonly format: string
  readonly isDeleted: boolean
  readonly url: string
}

interface CommentList {
  readonly totalCount: number
  readonly count: number
  readonly comments: readonly CommentBody[]
  readonly continuationToken?: string
  readonly nextPage?: string
}

function send(method: string, path: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  return organization.fetch(new Request(`${url}/Storefront/_apis/wit/workItems/${path}`, init))
}

const add = (item: number, text: string, query = ''): Promise<CommentBody> =>
  bodyOf(send('POST', `${item}/comments?${version}${query}`, { text }))

const list = (item: number, query = ''): Promise<CommentList> =>
  bodyOf(get(`Storefront/_apis/wit/workItems/${item}/comments?${version}${query}`))

const itemOf = (item: number): Promise<{ rev: number; commentVersionRef?: object; fields: Record<string, unknown> }> =>
  bodyOf(get(`_apis/wit/workItems/${item}`))

/** Reads page by page and, up to a limit, adds a comment after each. */
async function readAll(item: number, query: string, limit: number): Promise<number[]> {
  const read: number[] = []
  let page = await list(item, query)
  while (page.nextPage !== undefined) {
    read.push(...page.comments.map(({ id }) => id))
    if (read.length <= limit) await add(item, 'Meanwhile')
    page = await bodyOf(get(page.nextPage.slice(url.length + 1)))
  }
  return [...read, ...page.comments.map(({ id }) => id)]
}

describe('comments', () => {
  test('a new one raises revision and count of its item, and is its history', async () => {
    const before = await itemOf(1)
    const { totalCount } = await list(1)
    const comment = await add(1, 'Johan takes over.')
    expect(comment).toMatchObject({ workItemId: 1, version: 1, text: 'Johan takes over.', format: 'html' })
    expect(comment).toMatchObject({ isDeleted: false, createdBy: { displayName: 'Practice app' } })
    expect(await bodyOf(get(`${comment.url.slice(url.length + 1)}?${version}`))).toEqual(comment)

    const after = await itemOf(1)
    expect(after.rev).toBe(before.rev + 1)
    expect(after.fields['System.History']).toBe('Johan takes over.')
    expect(after.commentVersionRef).toEqual({ commentId: comment.id, version: 1, url: `${comment.url}/versions/1` })
    expect(after.fields['System.CommentCount']).toBe(Number(before.fields['System.CommentCount']) + 1)
    expect((await list(1)).totalCount).toBe(totalCount + 1)
  })

  test('those of seeded items are as many as the items say, and told by somebody', async () => {
    let seen = 0
    for (let item = 10; item <= 40; item += 1) {
      const { totalCount, comments } = await list(item, '&order=asc')
      expect(totalCount).toBe((await itemOf(item)).fields['System.CommentCount'] ?? 0)
      for (const comment of comments)
        expect(comment).toMatchObject({ createdBy: { id: expect.any(String) }, version: 1 })
      seen += totalCount
    }
    expect(seen).toBeGreaterThan(0)
  })

  test('each change of one is a version of it and a revision of its item', async () => {
    const { id } = await add(2, 'First')
    const { rev } = await itemOf(2)
    const changed = await bodyOf<CommentBody>(send('PATCH', `2/comments/${id}?${version}`, { text: 'Second' }))
    expect(changed).toMatchObject({ id, version: 2, text: 'Second' })
    expect(await itemOf(2)).toMatchObject({ rev: rev + 1 })
    expect(await itemOf(2)).not.toHaveProperty('commentVersionRef')
    const versions = await bodyOf<ListBody<CommentBody>>(
      get(`Storefront/_apis/wit/workItems/2/comments/${id}/versions?api-version=7.1-preview.1`),
    )
    expect(versions.value.map(({ text }) => text)).toEqual(['First', 'Second'])
    const first = get(`Storefront/_apis/wit/workItems/2/comments/${id}/versions/1?api-version=7.1-preview.1`)
    expect(await bodyOf<CommentBody>(first)).toMatchObject({ version: 1, text: 'First' })
  })

  test('a deleted one answers with itself, is not counted, and is shown on request only', async () => {
    const { id } = await add(3, 'Oops')
    const { totalCount } = await list(3)
    const deleted = await send('DELETE', `3/comments/${id}?${version}`)
    expect(deleted.status).toBe(200)
    expect(await bodyOf<CommentBody>(deleted)).toMatchObject({ id, version: 2, text: 'Oops', isDeleted: true })
    expect((await list(3)).totalCount).toBe(totalCount - 1)
    expect((await list(3, '&includeDeleted=true')).comments[0]).toMatchObject({ id, isDeleted: true })
    const path = `Storefront/_apis/wit/workItems/3/comments/${id}?${version}`
    expect((await get(path)).status).toBe(404)
    expect((await get(`${path}&includeDeleted=true`)).status).toBe(200)
    expect((await send('PATCH', `3/comments/${id}?${version}`, { text: 'Back' })).status).toBe(404)
  })

  test('Markdown stays as it was written, and its HTML is harmless', async () => {
    const { id, format } = await add(4, '**Hi** <script>', '&format=markdown')
    expect(format).toBe('markdown')
    const path = `Storefront/_apis/wit/workItems/4/comments/${id}?${version}`
    expect(await bodyOf(get(`${path}&$expand=renderedText`))).toMatchObject({
      text: '**Hi** <script>',
      renderedText: '<p>**Hi** &lt;script&gt;</p>',
    })
    expect(await bodyOf(get(`${path}&$expand=16`))).not.toHaveProperty('text')
    expect(await bodyOf(get(`${path}&$expand=all`))).toHaveProperty('reactions', [])
  })

  test('some of them can be asked for by their IDs', async () => {
    const [first, second] = [await add(5, 'One'), await add(5, 'Two')]
    const { totalCount, comments } = await list(5, `&ids=${second.id},${first.id},1`)
    expect(totalCount).toBe(2)
    expect(comments.map(({ text }) => text)).toEqual(['Two', 'One'])
    await send('DELETE', `5/comments/${first.id}?${version}`)
    expect((await list(5, `&ids=${second.id},${first.id}`)).totalCount).toBe(1)
    expect((await list(5, `&ids=${second.id},${first.id}&includeDeleted=true`)).totalCount).toBe(2)
  })

  test('pages of any size hold every comment once, in either order, while new ones come', async () => {
    let item = 40
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('asc', 'desc'),
        async (count, top, order) => {
          item += 1
          for (let index = 0; index < count; index += 1) await add(item, `Comment ${index}`)
          const all = (await list(item, '&order=asc')).comments.map(({ id }) => id)
          const read = await readAll(item, `&$top=${top}&order=${order}`, count)
          const expected = order === 'asc' ? all : all.toReversed()
          expect(read.slice(0, expected.length)).toEqual(expected)
          expect(new Set(read).size).toBe(read.length)
        },
      ),
      { numRuns: 20 },
    )
  })

  test.each([
    ['GET', '1/comments/999', undefined, 404],
    ['GET', '999999/comments', undefined, 404],
    ['GET', '1/comments?continuationToken=nonsense', undefined, 400],
    ['GET', '1/comments?order=random', undefined, 400],
    ['GET', '1/comments?$expand=everything', undefined, 400],
    ['POST', '1/comments', { text: ' ' }, 400],
    ['POST', '1/comments?format=latex', { text: 'x' }, 400],
    ['PATCH', '1/comments/999', { text: 'x' }, 404],
  ])('%s %s is refused', async (method, path, body, status) => {
    const separator = path.includes('?') ? '&' : '?'
    expect(await errorOf(send(method, `${path}${separator}${version}`, body))).toMatchObject({ status })
  })

  test('they need a project in the address, and a preview in the version', async () => {
    expect((await get(`_apis/wit/workItems/1/comments?${version}`)).status).toBeGreaterThanOrEqual(400)
    expect(await errorOf(get('Storefront/_apis/wit/workItems/1/comments?api-version=7.1'))).toMatchObject({
      status: 400,
      typeKey: 'VssInvalidPreviewVersionException',
    })
  })

  test('a change may give one another format, and leaves it as it is otherwise', async () => {
    const { id } = await add(6, 'Plain')
    const change = (query: string) =>
      bodyOf<CommentBody>(send('PATCH', `6/comments/${id}?${version}${query}`, { text: '**Bold**' }))
    expect(await change('&format=markdown')).toMatchObject({ version: 2, format: 'markdown' })
    expect(await change('')).toMatchObject({ version: 3, format: 'markdown' })
  })
})
