import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../../test-organization'

interface Node {
  readonly id: number
  readonly identifier: string
  readonly name: string
  readonly hasChildren: boolean
  readonly path: string
  readonly url: string
  readonly attributes?: Readonly<Record<string, string | null>>
  readonly children?: readonly Node[]
  readonly _links?: Readonly<Record<string, { href: string }>>
}

const iterations = 'Workplace/_apis/wit/classificationNodes/Iterations'
const areas = 'Storefront/_apis/wit/classificationNodes/Areas'

describe('reading nodes', () => {
  const { get } = createTestOrganization({ items: 0 })

  test('both roots come without links, areas first, and without children unless depth is asked for', async () => {
    const { value } = await bodyOf<ListBody<Node>>(get('Storefront/_apis/wit/classificationNodes'))
    expect(value.map(({ path }) => path)).toEqual(['\\Storefront\\Area', '\\Storefront\\Iteration'])
    for (const root of value) {
      expect(root).toMatchObject({ name: 'Storefront', hasChildren: true })
      expect(root).not.toHaveProperty('_links')
      expect(root).not.toHaveProperty('children')
    }
  })

  test('children nest as deep as asked, with paths that have one level more than those in fields', async () => {
    const root = await bodyOf<Node>(get(`${areas}?$depth=2`))
    const catalog = root.children?.find(({ name }) => name === 'Catalog')
    expect(catalog?.children?.map(({ path }) => path)).toContain('\\Storefront\\Area\\Catalog\\Product pages')
    const shallow = await bodyOf<Node>(get(`${areas}?$depth=1`))
    expect(shallow.children?.find(({ name }) => name === 'Catalog')).toMatchObject({ hasChildren: true })
    expect(shallow.children?.every((child) => child.children === undefined)).toBe(true)
  })

  test('the tree may be told by its number', async () => {
    const byNumber = await bodyOf(get('Storefront/_apis/wit/classificationNodes/1'))
    expect(byNumber).toMatchObject({ structureType: 'iteration' })
  })

  test.each(['Catalog/Search', 'catalog%5CSEARCH', '%5CCatalog%5CSearch', '%5CCatalog/Search/'])(
    'a path may be written as %s',
    async (path) => {
      const node = await bodyOf<Node>(get(`${areas}/${path}`))
      expect(node).toMatchObject({ name: 'Search', path: '\\Storefront\\Area\\Catalog\\Search' })
      expect(node._links?.parent?.href).toMatch(/Areas\/Catalog$/)
      expect(node._links?.self?.href).toBe(node.url)
    },
  )

  test('an iteration tells its dates, and a node without dates has no attributes', async () => {
    const root = await bodyOf<Node>(get(`${iterations}?$depth=1`))
    expect(root).not.toHaveProperty('attributes')
    expect(root.children?.[0]?.attributes).toEqual({
      startDate: expect.stringMatching(/T00:00:00Z$/),
      finishDate: expect.stringMatching(/T00:00:00Z$/),
    })
  })

  test('nodes are found by ID in both trees; a missing one is null where errors are omitted, else 404', async () => {
    const roots = await bodyOf<ListBody<Node>>(get('Storefront/_apis/wit/classificationNodes'))
    const ids = roots.value.map(({ id }) => id)
    const path = `Storefront/_apis/wit/classificationNodes?ids=${[...ids, 999_999].join()}`
    const { value } = await bodyOf<ListBody<Node | null>>(get(`${path}&errorPolicy=omit`))
    expect(value.map((node) => node?.id)).toEqual([...ids, undefined])
    expect(value[2]).toBeNull()
    expect(await errorOf(get(path))).toMatchObject({ status: 404, code: 'VS402485' })
  })

  test('a path that does not exist is 404, a tree that does not exist 400', async () => {
    expect(await errorOf(get(`${areas}/Nowhere`))).toMatchObject({ status: 404, code: 'VS402485' })
    expect((await get('Storefront/_apis/wit/classificationNodes/Other')).status).toBe(400)
  })
})

describe('changing nodes', () => {
  test('iterations are made, moved with the loss of their dates, changed and deleted, as recorded', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const made = await send('POST', iterations, { name: 'Release', attributes: {} })
    expect(made.status).toBe(201)
    const release = await bodyOf<Node>(made)
    expect(made.headers.get('location')).toBe(release.url)
    expect(release).toMatchObject({ hasChildren: false, path: '\\Workplace\\Iteration\\Release' })
    expect(release).not.toHaveProperty('attributes')

    await send('POST', `${iterations}/%5CRelease`, { name: 'One', attributes: {} })
    const dates = { startDate: '2019-06-17T00:00:00', finishDate: '2019-06-28T00:00:00' }
    const two = await bodyOf<Node>(send('POST', `${iterations}/%5CRelease`, { name: 'Two', attributes: dates }))
    expect(two.attributes).toEqual({ startDate: '2019-06-17T00:00:00Z', finishDate: '2019-06-28T00:00:00Z' })

    const moved = await send('POST', `${iterations}/%5CRelease%5COne`, { id: two.id })
    expect(moved.status).toBe(200)
    expect(moved.headers.get('location')).toMatch(/Iterations\/Release\/One\/Two$/)
    const after = await bodyOf<Node>(moved)
    expect(after).toMatchObject({ id: two.id, path: '\\Workplace\\Iteration\\Release\\One\\Two' })
    expect(after).not.toHaveProperty('attributes')

    const one = await bodyOf<Node>(get(`${iterations}/%5CRelease%5COne`))
    expect(one.hasChildren).toBe(true)
    const patched = await send('PATCH', `${iterations}/%5CRelease%5COne`, { ...one, attributes: dates, _links: {} })
    expect(patched.status).toBe(200)
    expect(await bodyOf(patched)).toMatchObject({ name: 'One', attributes: { startDate: '2019-06-17T00:00:00Z' } })

    expect((await send('DELETE', `${iterations}/%5CRelease`)).status).toBe(204)
    expect(await errorOf(get(`${iterations}/Release/One/Two`))).toMatchObject({ status: 404, code: 'VS402485' })
  })

  test('a name that is taken among the children is refused with 409, also by a move or a new name', async () => {
    const { send } = createTestOrganization({ items: 0 })
    const taken = { status: 409, typeKey: 'ClassificationNodeDuplicateNameException', code: 'VS402371' }
    const search = await bodyOf<Node>(send('POST', areas, { name: 'Search' }))
    expect(await errorOf(send('POST', areas, { name: 'CATALOG' }))).toEqual(taken)
    expect(await errorOf(send('POST', `${areas}/Catalog`, { id: search.id }))).toEqual(taken)
    expect(await errorOf(send('PATCH', `${areas}/Search`, { name: 'Checkout' }))).toEqual(taken)
    expect((await send('PATCH', `${areas}/Search`, { name: 'search' })).status).toBe(200)
  })

  test('a root stays where it is, nothing moves below itself, and names keep to the rules', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const root = await bodyOf<Node>(get(areas))
    const catalog = await bodyOf<Node>(get(`${areas}/Catalog`))
    expect((await send('DELETE', areas)).status).toBe(400)
    expect((await send('POST', `${areas}/Catalog`, { id: root.id })).status).toBe(400)
    expect((await send('POST', `${areas}/Catalog/Search`, { id: catalog.id })).status).toBe(400)
    for (const name of ['', 'a/b', 'a\\b', 'what?', '..', 'x'.repeat(256), undefined]) {
      expect((await send('POST', areas, { name })).status).toBe(400)
    }
    const backwards = { startDate: '2026-02-01', finishDate: '2026-01-01' }
    expect((await send('POST', iterations, { name: 'Back', attributes: backwards })).status).toBe(400)
  })
})

describe('work items and nodes', () => {
  const idsUnder = async (post: ReturnType<typeof createTestOrganization>['post'], path: string): Promise<number[]> => {
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER '${path}'`
    const { workItems } = await bodyOf<{ workItems: { id: number }[] }>(
      post('_apis/wit/wiql?api-version=7.1', { query }),
    )
    return workItems.map(({ id }) => id)
  }

  test('a renamed or moved node takes its work items along, and queries find them by the new path', async () => {
    const { get, post, send } = createTestOrganization({ items: 300 })
    const before = await idsUnder(post, 'Storefront\\Catalog')
    expect(before.length).toBeGreaterThan(10)
    await send('PATCH', `${areas}/Catalog`, { name: 'Shop window' })
    expect(await idsUnder(post, 'Storefront\\Shop window')).toEqual(before)

    const node = await bodyOf<Node>(get(`${areas}/Shop window`))
    await send('POST', `${areas}/Platform`, { id: node.id })
    expect(await idsUnder(post, 'Storefront\\Platform\\Shop window')).toEqual(before)
    const { fields } = await bodyOf<{ fields: Record<string, unknown> }>(get(`_apis/wit/workitems/${before[0]}`))
    expect(fields['System.AreaPath']).toMatch(/^Storefront\\Platform\\Shop window/)
  })

  test('the work items of a deleted node, and of those below it, become those of the node asked for', async () => {
    const { get, post, send } = createTestOrganization({ items: 300 })
    const [gone, kept] = [await idsUnder(post, 'Storefront\\Catalog'), await idsUnder(post, 'Storefront\\Checkout')]
    const heir = await bodyOf<Node>(get(`${areas}/Checkout`))
    const wrong = await errorOf(send('DELETE', `${areas}/Catalog?$reclassifyId=999999`))
    expect(wrong).toMatchObject({ status: 404, code: 'VS402485' })
    expect((await send('DELETE', `${areas}/Catalog?$reclassifyId=${heir.id}`)).status).toBe(204)
    const after = await idsUnder(post, 'Storefront\\Checkout')
    expect(after.toSorted((one, other) => one - other)).toEqual(
      [...gone, ...kept].toSorted((one, other) => one - other),
    )
  })
})
