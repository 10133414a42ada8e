import { expect, test } from 'vitest'
import { createDevOps } from '../../index'
import { bodyOf, createTestTenant, errorOf, type ListBody, member, now, stranger } from '../../test-organization'

const url = 'https://dev.azure.com/contoso'
const another = 'another'
const { fetch } = createDevOps({
  organization: 'contoso',
  tenant: createTestTenant(),
  seed: 1,
  items: 20,
  now: () => now,
  identify: ({ headers }) => Promise.resolve(headers.get('caller') ? { ...stranger, isMember: true } : member),
})

interface Reaction {
  readonly commentId: number
  readonly type: string
  readonly count: number
  readonly isCurrentUserEngaged: boolean
  readonly url: string
}

const types = ['like', 'dislike', 'heart', 'hooray', 'smile', 'confused']

function send(method: string, path: string, { body, caller = '', version = 1 }: Sent = {}): Promise<Response> {
  const address = `${url}/Storefront/_apis/wit/workItems/${path}`
  const separator = path.includes('?') ? '&' : '?'
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = caller === '' ? {} : { caller }
  return fetch(new Request(`${address}${separator}api-version=7.1-preview.${version}`, { method, headers, ...init }))
}

interface Sent {
  readonly body?: unknown
  readonly caller?: string
  readonly version?: number
}

const comment = async (item: number): Promise<string> => {
  const { id } = await bodyOf<{ id: number }>(
    send('POST', `${item}/comments`, { body: { text: 'Well done' }, version: 4 }),
  )
  return `${item}/comments/${id}`
}

const put = (path: string, type: string, caller?: string): Promise<Reaction> =>
  bodyOf(send('PUT', `${path}/reactions/${type}`, caller ? { caller } : {}))

test.each(types)('somebody may react with %s, once, and take it back', async (type) => {
  const path = await comment(1)
  const id = Number(path.split('/').at(-1))
  const reaction = { commentId: id, type, count: 1, isCurrentUserEngaged: true }
  expect(await put(path, type)).toEqual({
    ...reaction,
    url: expect.stringMatching(new RegExp(`contoso/[0-9a-f-]{36}/_apis/wit/workItems/${path}/reactions/${type}$`)),
  })
  expect(await put(path, String(types.indexOf(type)))).toMatchObject(reaction)
  expect(await bodyOf(send('GET', `${path}/reactions`))).toMatchObject({ count: 1, value: [reaction] })
  const none = { ...reaction, count: 0, isCurrentUserEngaged: false }
  expect(await bodyOf(send('DELETE', `${path}/reactions/${type.toUpperCase()}`))).toMatchObject(none)
  expect(await bodyOf(send('DELETE', `${path}/reactions/${type}`))).toMatchObject(none)
  expect(await bodyOf(send('GET', `${path}/reactions`))).toEqual({ count: 0, value: [] })
})

test('reactions are counted for all, and told as one’s own only to whoever reacted', async () => {
  const path = await comment(2)
  await put(path, 'heart')
  expect(await put(path, 'heart', another)).toMatchObject({ count: 2, isCurrentUserEngaged: true })
  await put(path, 'confused', another)
  const seen = async (caller: string) => {
    const { value } = await bodyOf<ListBody<Reaction>>(send('GET', `${path}/reactions`, { caller }))
    return value.map(({ type, count, isCurrentUserEngaged }) => [type, count, isCurrentUserEngaged])
  }
  expect(await seen('')).toEqual([
    ['heart', 2, true],
    ['confused', 1, false],
  ])
  expect(await seen(another)).toEqual([
    ['heart', 2, true],
    ['confused', 1, true],
  ])
})

test('who reacted can be read, page by page', async () => {
  const path = await comment(3)
  await put(path, 'smile')
  await put(path, 'smile', another)
  const names = async (query = '') => {
    const { value } = await bodyOf<ListBody<{ displayName: string }>>(
      send('GET', `${path}/reactions/smile/users${query}`),
    )
    return value.map(({ displayName }) => displayName)
  }
  expect(await names()).toEqual(['Practice app', 'Reporting app'])
  expect(await names('?$top=1')).toEqual(['Practice app'])
  expect(await names('?$skip=1')).toEqual(['Reporting app'])
  expect(await bodyOf(send('GET', `${path}/reactions/like/users`))).toEqual({ count: 0, value: [] })
})

test('comments show their reactions where that is asked for, and no revision comes of them', async () => {
  const path = await comment(4)
  const item = () => bodyOf(fetch(new Request(`${url}/_apis/wit/workItems/4?$expand=all`)))
  const before = await item()
  await put(path, 'hooray')
  expect(await item()).toEqual(before)
  const reactions = [expect.objectContaining({ type: 'hooray', count: 1 })]
  for (const expand of ['reactions', 'all']) {
    const shown = await bodyOf(send('GET', `${path}?$expand=${expand}`, { version: 4 }))
    expect(shown).toMatchObject({ reactions })
    const all = await bodyOf(send('GET', `4/comments?$top=1&$expand=${expand}`, { version: 4 }))
    expect(all).toMatchObject({ comments: [{ reactions }] })
  }
  expect(await bodyOf(send('GET', path, { version: 4 }))).not.toHaveProperty('reactions')
})

test('what cannot be reacted to, or how, is refused', async () => {
  const path = await comment(5)
  expect(await errorOf(send('PUT', `${path}/reactions/applause`))).toMatchObject({ status: 400 })
  expect(await errorOf(send('PUT', '5/comments/999/reactions/like'))).toMatchObject({ status: 404 })
  expect(await errorOf(send('GET', '999999/comments/1/reactions'))).toMatchObject({ status: 404 })
  await send('DELETE', path, { version: 4 })
  expect(await errorOf(send('PUT', `${path}/reactions/like`))).toMatchObject({ status: 404 })
})
