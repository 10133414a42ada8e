import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody, now } from '../test-organization'

const organization = createTestOrganization()
const { get, post } = organization
const batch = '_apis/wit/workitemsbatch?api-version=7.1'

interface ItemBody {
  readonly id: number
  readonly rev: number
  readonly url: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly relations?: readonly { readonly rel: string; readonly url: string; readonly attributes: { name?: string } }[]
}

describe('reading work items', () => {
  test('a batch comes in the order asked for, with the fields asked for, empty ones left out', async () => {
    const fields = ['System.Title', 'System.Id', 'system.assignedTo', 'Microsoft.VSTS.Common.ClosedDate']
    const { count, value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids: [30, 10, 20], fields }))
    expect(count).toBe(3)
    expect(value.map(({ id }) => id)).toEqual([30, 10, 20])
    for (const { id, fields: own, url } of value) {
      expect(own['System.Id']).toBe(id)
      expect(url).toBe(`https://dev.azure.com/contoso/_apis/wit/workItems/${id}`)
      expect(Object.values(own)).not.toContain(null)
    }
  })

  test('two hundred items with all fields hold what single reads of them hold', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => index * 10 + 1)
    const { value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids, $expand: 'all' }))
    for (const item of value.slice(0, 20)) {
      const single = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${item.id}?$expand=all`))
      expect(item.fields).toEqual(single.fields)
      expect(item.relations).toEqual(single.relations)
    }
  })

  test('people are objects, dates end with Z and without zeros, texts are HTML', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }))
    for (const { fields } of value) {
      expect(fields['System.CreatedBy']).toMatchObject({
        displayName: expect.any(String),
        uniqueName: expect.stringMatching(/@contoso\.example$/),
        descriptor: expect.stringMatching(/^aad\./),
      })
      expect(fields['System.CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,2}[1-9])?Z$/)
      expect(fields).not.toHaveProperty(['System.Id'])
    }
    expect(value.some(({ fields }) => String(fields['System.Description']).startsWith('<div>'))).toBe(true)
  })

  test('readers who ask for different fields each get theirs, however often they take turns', async () => {
    const lists = [['System.Id'], ['System.Title'], ['System.State', 'System.Rev'], ['System.Id', 'System.Title']]
    for (const fields of [...lists, ...lists.toReversed()]) {
      const { value } = await bodyOf<ListBody<ItemBody>>(post(batch, { ids: [1, 2], fields }))
      for (const item of value) expect(new Set(Object.keys(item.fields))).toEqual(new Set(fields))
    }
  })

  test('a missing item fails the whole batch, or is null when errors are to be omitted', async () => {
    const ids = [1, 999_999]
    expect(await errorOf(post(batch, { ids }))).toMatchObject({ status: 404, code: 'TF401232' })
    const { value } = await bodyOf<ListBody<ItemBody | null>>(post(batch, { ids, errorPolicy: 'omit' }))
    expect(value[0]?.id).toBe(1)
    expect(value[1]).toBeNull()
  })

  test('an item that did not exist then is missing', async () => {
    const asOf = '2026-01-05T00:00:00Z'
    const { value } = await bodyOf<ListBody<ItemBody | null>>(
      post(batch, { ids: [1, 2000], asOf, errorPolicy: 'omit' }),
    )
    expect(value.map((item) => item?.id)).toEqual([1, undefined])
  })

  test.each([
    [{ ids: Array.from({ length: 201 }, (_, index) => index + 1) }, 'VS403474'],
    [{ ids: [1], fields: ['Nope'] }, 'TF51535'],
    [{ ids: [1], fields: ['System.Id'], $expand: 'relations' }, ''],
    [{ ids: [1], $expand: 'everything' }, ''],
    [{ ids: ['one'] }, ''],
    [{ ids: [1], asOf: 'yesterday' }, ''],
    [{}, ''],
  ])('the batch %j is refused', async (body, code) => {
    expect(await errorOf(post(batch, body))).toMatchObject({ status: 400, code })
  })

  test('a body that is not JSON, or no object, is refused', async () => {
    expect((await post(batch, [1])).status).toBe(400)
    const cut = new Request(`${organization.url}/${batch}`, { method: 'POST', body: '{"ids":[1' })
    expect((await organization.fetch(cut)).status).toBe(400)
  })

  test('reading by ids= is the same', async () => {
    const read = '_apis/wit/workItems?ids=3,1&fields=System.Id&errorPolicy=omit'
    const { value } = await bodyOf<ListBody<ItemBody>>(get(read))
    expect(value.map(({ fields }) => fields)).toEqual([{ 'System.Id': 3 }, { 'System.Id': 1 }])
  })

  test('a single item has its links, and relations only when asked for', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(
      post(batch, { ids: Array.from({ length: 200 }, (_, i) => i + 1) }),
    )
    const child = value.find(({ fields }) => fields['System.Parent'] !== undefined)
    const plain = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${child?.id}`))
    expect(plain).not.toHaveProperty('relations')
    expect(plain).toMatchObject({
      _links: { html: { href: expect.stringContaining(`/_workitems/edit/${child?.id}`) } },
    })
    const whole = await bodyOf<ItemBody>(get(`_apis/wit/workitems/${child?.id}?$expand=1`))
    const parent = whole.relations?.find(({ rel }) => rel === 'System.LinkTypes.Hierarchy-Reverse')
    expect(parent?.attributes.name).toBe('Parent')
    expect(parent?.url).toMatch(new RegExp(`/_apis/wit/workItems/${child?.fields['System.Parent']}$`))
    const { value: types } = await bodyOf<ListBody<{ referenceName: string }>>(get('_apis/wit/workItemRelationTypes'))
    expect(types.map(({ referenceName }) => referenceName)).toContain(parent?.rel)
  })

  test('a single item that is not there is TF401232', async () => {
    expect(await errorOf(get('_apis/wit/workitems/999999'))).toMatchObject({ status: 404, code: 'TF401232' })
    expect(await errorOf(get('_apis/wit/workitems/0'))).toMatchObject({ status: 404, code: 'TF401232' })
  })

  test('nothing is dated after now', async () => {
    const { value } = await bodyOf<ListBody<ItemBody>>(
      post(batch, { ids: [1999, 2000], fields: ['System.ChangedDate'] }),
    )
    for (const { fields } of value) expect(Date.parse(String(fields['System.ChangedDate']))).toBeLessThanOrEqual(+now)
  })
})
