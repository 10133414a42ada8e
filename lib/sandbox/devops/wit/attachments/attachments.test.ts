import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf } from '../../test-organization'

const organization = createTestOrganization({ items: 10 })
const { get, url } = organization

interface Reference {
  readonly id: string
  readonly url: string
}

const send = (method: string, path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  organization.fetch(
    new Request(`${url}/${path}`, {
      method,
      body,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    }),
  )

const upload = (query: string, body: BodyInit): Promise<Response> =>
  send('POST', `_apis/wit/attachments?api-version=7.1&${query}`, body)

const chunk = (id: string, body: string, range: string): Promise<Response> =>
  send('PUT', `_apis/wit/attachments/${id}?api-version=7.1`, body, { 'content-range': range })

test('a file comes back byte for byte, as a download under the name asked for', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
  const made = await upload('fileName=räksmörgås.bin', bytes)
  expect(made.status).toBe(201)
  const { id, url: address } = await bodyOf<Reference>(made)
  expect(address).toBe(`${url}/_apis/wit/attachments/${id}?fileName=${encodeURIComponent('räksmörgås.bin')}`)

  const file = await get(`_apis/wit/attachments/${id}?download=true&fileName=other.bin`)
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
  expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''other.bin")
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
  const shown = await get(`_apis/wit/attachments/${id.toUpperCase()}`)
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''r%C3%A4/)
})

test('below a project the address has the project’s GUID, and no name if none was given', async () => {
  const { value } = await bodyOf<{ value: readonly { id: string }[] }>(get('_apis/projects'))
  const { id, url: address } = await bodyOf<Reference>(
    send('POST', 'Storefront/_apis/wit/attachments?api-version=7.1', 'x'),
  )
  expect(address).toBe(`${url}/${value[0]?.id}/_apis/wit/attachments/${id}`)
})

test('a file in parts is there when its last part is', async () => {
  const { id } = await bodyOf<Reference>(upload('fileName=a.txt&uploadType=chunked', ''))
  expect((await chunk(id, 'Hello', 'bytes 0-4/11')).status).toBe(201)
  expect((await get(`_apis/wit/attachments/${id}`)).status).toBe(404)
  expect((await chunk(id, 'Hello', 'bytes 0-4/11')).status).toBe(201)
  expect(await bodyOf<Reference>(chunk(id, ' world', 'bytes 5-10/11'))).toEqual({
    id,
    url: `${url}/_apis/wit/attachments/${id}`,
  })
  expect(await (await get(`_apis/wit/attachments/${id}`)).text()).toBe('Hello world')
})

test.each(['', 'bytes 0-4', 'bytes 0-9/11', 'bytes 3-7/11', 'bytes 8-12/11', 'bytes 0-4/104857600'])(
  'a part with the Content-Range %j is refused',
  async (range) => {
    const { id } = await bodyOf<Reference>(upload('fileName=a.txt&uploadType=chunked', ''))
    expect((await chunk(id, 'Hello', range)).status).toBe(400)
  },
)

test('an unknown file is a 404', async () => {
  const unknown = '00000000-0000-4000-a000-000000000000'
  expect(await errorOf(get(`_apis/wit/attachments/${unknown}`))).toMatchObject({ status: 404 })
  expect(await errorOf(chunk(unknown, 'Hello', 'bytes 0-4/11'))).toMatchObject({ status: 404 })
})

test('a file above 60 MB, or sent in a way that does not exist, is refused', async () => {
  const big = new Uint8Array(60 * 1024 * 1024 + 1)
  expect(await errorOf(upload('fileName=big', big))).toMatchObject({ status: 400, code: 'TF237082' })
  expect((await upload('fileName=a&uploadType=fax', 'x')).status).toBe(400)
})
