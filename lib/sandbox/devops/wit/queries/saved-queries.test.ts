import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../../test-organization'

interface Query {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly hasChildren?: boolean
  readonly children?: readonly Query[]
  readonly isPublic: boolean
  readonly wiql?: string
}

const queries = 'Storefront/_apis/wit/queries'
const shared = `${queries}/Shared%20Queries`
const bugs = "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Bug' ORDER BY [System.Id] DESC"

describe('reading saved queries', () => {
  const { get, send } = createTestOrganization({ items: 300 })

  test('there are two roots: one’s own queries, at first none, and the shared ones, which nobody created', async () => {
    const { value } = await bodyOf<ListBody<Query>>(get(queries))
    expect(value).toMatchObject([
      { path: 'My Queries', isFolder: true, hasChildren: false, isPublic: false, createdBy: {} },
      { path: 'Shared Queries', isFolder: true, hasChildren: true, isPublic: true },
    ])
    expect(value[1]).not.toHaveProperty('createdBy')
    expect(value[1]).not.toHaveProperty('children')
  })

  test('folders open as deep as asked, at most two levels', async () => {
    const { value } = await bodyOf<ListBody<Query>>(get(`${queries}?$depth=2`))
    const planning = value[1]?.children?.find(({ name }) => name === 'Planning')
    expect(planning?.children?.map(({ path }) => path)).toContain('Shared Queries/Planning/Current sprint')
    const flat = await bodyOf<ListBody<Query>>(get(`${queries}?$depth=1`))
    expect(flat.value[1]?.children?.find(({ name }) => name === 'Planning')).not.toHaveProperty('children')
    expect((await get(`${queries}?$depth=3`)).status).toBe(400)
  })

  test.each([
    [
      'none',
      ['id', 'name', 'path', 'createdBy', 'createdDate', 'lastModifiedBy', 'lastModifiedDate'].concat([
        'queryType',
        'isPublic',
        '_links',
        'url',
      ]),
    ],
    ['minimal', ['id', 'name', 'path', 'queryType', 'wiql', 'isPublic']],
  ])('with $expand=%s a query has these members and no others', async (expand, members) => {
    const query = await bodyOf<object>(get(`${shared}/Open%20bugs?$expand=${expand}`))
    expect(Object.keys(query)).toEqual(members)
  })

  test('the text comes with its columns, and with all its clauses too', async () => {
    const withText = await bodyOf<Query>(get(`${shared}/Open%20bugs?$expand=wiql`))
    expect(withText).toMatchObject({
      queryType: 'flat',
      columns: expect.arrayContaining([expect.objectContaining({ referenceName: 'System.Title', name: 'Title' })]),
      sortColumns: [{ field: { referenceName: 'Microsoft.VSTS.Common.Priority' }, descending: false }, {}],
    })
    expect(withText).not.toHaveProperty('clauses')
    expect(await bodyOf(get(`${shared}/Open%20bugs?$expand=2`))).toMatchObject({
      clauses: {
        logicalOperator: 'and',
        clauses: [
          { field: { referenceName: 'System.TeamProject' }, operator: { name: '=' }, value: '@project' },
          { field: { name: 'Work Item Type' }, operator: { referenceName: 'SupportedOperations.In' }, value: 'Bug' },
          { operator: { name: 'Not In' }, value: 'Closed,Removed' },
        ],
      },
    })
  })

  test('a tree tells the clauses of its sources, links and targets apart', async () => {
    expect(await bodyOf(get(`${shared}/Planning/Backlog%20with%20tasks?$expand=clauses`))).toMatchObject({
      queryType: 'tree',
      filterOptions: 'linksRecursiveMayContain',
      sourceClauses: { clauses: [{ value: '@project' }, { value: 'User Story' }] },
      linkClauses: {
        clauses: [{ field: { name: 'Link Type' }, value: 'System.LinkTypes.Hierarchy-Forward' }],
      },
      targetClauses: { clauses: [{ operator: { name: 'In' } }] },
    })
  })

  test('a query is found by path in any case and by ID; others are 404', async () => {
    const query = await bodyOf<Query>(get(`${queries}/shared%20queries/planning/CURRENT%20SPRINT`))
    expect(await bodyOf(get(`${queries}/${query.id.toUpperCase()}`))).toEqual(query)
    const unknown = { status: 404, typeKey: 'QueryItemNotFoundException', code: 'TF401243' }
    expect(await errorOf(get(`${shared}/Nothing`))).toEqual(unknown)
    expect(await errorOf(get(`Workplace/_apis/wit/queries/${query.id}`))).toEqual(unknown)
  })

  test('a search finds names of queries, not of folders, and says whether there are more', async () => {
    const found = await bodyOf<{ value: Query[]; hasMore: boolean }>(get(`${queries}?$filter=OPEN&$top=1`))
    expect(found).toMatchObject({ count: 1, value: [{ name: 'Open work' }], hasMore: true })
    expect(await bodyOf(get(`${queries}?$filter=planning`))).toEqual({ count: 0, value: [], hasMore: false })
  })

  test('several are read at once; a missing one is null where errors are omitted, else an error', async () => {
    const { id } = await bodyOf<Query>(get(`${shared}/Open%20work`))
    const ids = [id, '00000000-0000-0000-0000-000000000001']
    const batch = (errorPolicy?: string) =>
      send('POST', 'Storefront/_apis/wit/queriesbatch', { ids, $expand: 'wiql', errorPolicy })
    expect(await bodyOf(batch('omit'))).toMatchObject({ count: 2, value: [{ id, queryType: 'flat' }, null] })
    expect(await errorOf(batch())).toMatchObject({ status: 404, code: 'TF401243' })
  })

  test('each seeded query of each project runs', async () => {
    for (const project of ['Storefront', 'Field%20Service', 'Workplace']) {
      const all = await bodyOf<{ value: Query[] }>(get(`${project}/_apis/wit/queries?$filter=&$top=50`))
      expect(all.value.length).toBeGreaterThan(4)
      for (const { id } of all.value) expect((await get(`${project}/_apis/wit/wiql/${id}`)).status).toBe(200)
    }
  })
})

describe('running saved queries', () => {
  test('gives IDs with addresses in the project, counts them in a header, and remembers who ran it', async () => {
    const { get, fetch, url } = createTestOrganization({ items: 300 })
    const { id } = await bodyOf<Query>(get(`${shared}/Open%20work`))
    const answer = await get(`Storefront/_apis/wit/wiql/${id}?$top=3`)
    const { workItems } = await bodyOf<{ workItems: { id: number; url: string }[] }>(answer)
    expect(workItems).toHaveLength(3)
    expect(answer.headers.get('x-total-count')).not.toBeNull()
    expect(workItems[0]?.url).toMatch(/contoso\/[0-9a-f-]{36}\/_apis\/wit\/workItems\/\d+$/)
    expect(await bodyOf(get(`${queries}/${id}`))).toMatchObject({ lastExecutedBy: { displayName: 'Practice app' } })

    const fromOrganization = await get(`_apis/wit/wiql/${id}?$top=3`)
    expect(await bodyOf<{ workItems: object[] }>(fromOrganization)).toMatchObject({ workItems })
    const head = await fetch(new Request(`${url}/Storefront/_apis/wit/wiql/${id}?api-version=7.1`, { method: 'HEAD' }))
    expect(Number(head.headers.get('x-total-count'))).toBeGreaterThan(3)
    expect(await head.text()).toBe('')
  })

  test('a folder or an unknown ID cannot be run', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const { id } = await bodyOf<Query>(get(shared))
    expect(await errorOf(get(`Storefront/_apis/wit/wiql/${id}`))).toMatchObject({ status: 404, code: 'TF401243' })
  })
})

describe('temporary queries', () => {
  const temporary = 'Storefront/_apis/wit/tempqueries'

  test('run by the ID that they get, in their project and its team, and are no saved queries', async () => {
    const { get, send, fetch, url } = createTestOrganization({ items: 300 })
    const made = await send('POST', temporary, { wiql: bugs })
    expect(made.status).toBe(200)
    const body = await bodyOf<Query>(made)
    expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    for (const place of ['Storefront/', 'Storefront/Storefront%20Team/', '']) {
      const answer = await get(`${place}_apis/wit/wiql/${body.id.toUpperCase()}?$top=2`)
      expect(answer.headers.get('x-total-count')).toBe('2')
      const { workItems } = await bodyOf<{ workItems: { url: string }[] }>(answer)
      expect(workItems[0]?.url).toMatch(/contoso\/[0-9a-f-]{36}\/_apis\/wit\/workItems\/\d+$/)
    }
    const head = new Request(`${url}/Storefront/_apis/wit/wiql/${body.id}?api-version=7.1`, { method: 'HEAD' })
    expect(Number((await fetch(head)).headers.get('x-total-count'))).toBeGreaterThan(2)
    const unknown = { status: 404, code: 'TF401243' }
    expect(await errorOf(get(`Workplace/_apis/wit/wiql/${body.id}`))).toMatchObject(unknown)
    expect(await errorOf(get(`${queries}/${body.id}`))).toMatchObject(unknown)
  })

  test('may need the team of the address that they are made at', async () => {
    const { send } = createTestOrganization({ items: 0 })
    const wiql = 'SELECT [System.Id] FROM WorkItems WHERE [System.IterationPath] = @CurrentIteration'
    expect((await send('POST', `Storefront/Storefront%20Team/_apis/wit/tempqueries`, { wiql })).status).toBe(200)
  })

  test('are refused as saved ones are, and in versions before they were', async () => {
    const { send, post } = createTestOrganization({ items: 0 })
    const unknownField = { wiql: 'SELECT [Nope] FROM WorkItems' }
    expect(await errorOf(send('POST', temporary, unknownField))).toMatchObject({ status: 400, code: 'TF51005' })
    expect((await send('POST', temporary, {})).status).toBe(400)
    const tooEarly = { status: 400, typeKey: 'VssVersionOutOfRangeException' }
    expect(await errorOf(post(`${temporary}?api-version=6.0`, { wiql: bugs }))).toMatchObject(tooEarly)
  })
})

describe('saving queries', () => {
  test('folders and queries are made, renamed, changed and moved with what they hold', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const folder = await send('POST', shared, { name: 'Mine', isFolder: true })
    expect(folder.status).toBe(201)
    expect(await bodyOf(folder)).toMatchObject({ path: 'Shared Queries/Mine', isFolder: true, hasChildren: false })
    const made = await bodyOf<Query>(send('POST', `${shared}/Mine`, { name: 'Bugs', wiql: bugs }))
    expect(made).toMatchObject({
      path: 'Shared Queries/Mine/Bugs',
      wiql: bugs,
      queryType: 'flat',
      isPublic: true,
      clauses: { field: { referenceName: 'System.WorkItemType' }, value: 'Bug' },
    })
    await send('PATCH', `${shared}/Mine`, { name: 'Ours' })
    const text = 'SELECT [System.Id] FROM WorkItems'
    expect(await bodyOf(send('PATCH', `${queries}/${made.id}`, { wiql: text }))).toMatchObject({
      path: 'Shared Queries/Ours/Bugs',
      wiql: text,
    })
    const { id } = await bodyOf<Query>(get(`${shared}/Ours`))
    const moved = await send('POST', `${queries}/My%20Queries`, { id })
    expect(moved.status).toBe(200)
    expect(await bodyOf(get(`${queries}/My%20Queries/Ours/Bugs`))).toMatchObject({ id: made.id, isPublic: false })
  })

  test('a taken name is a bad request, a text that makes no sense too, and nothing is saved', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const taken = { status: 400, typeKey: 'LegacyQueryItemException', code: 'TF237018' }
    expect(await errorOf(send('POST', shared, { name: 'open WORK', wiql: bugs }))).toEqual(taken)
    const unknownField = { name: 'New', wiql: 'SELECT [Nope] FROM WorkItems' }
    expect(await errorOf(send('POST', shared, unknownField))).toMatchObject({ status: 400, code: 'TF51005' })
    expect((await get(`${shared}/New`)).status).toBe(404)
    const check = `${shared}?validateWiqlOnly=true`
    expect((await send('POST', check, { name: 'New', wiql: bugs })).status).toBe(200)
    expect(await errorOf(send('POST', check, unknownField))).toMatchObject({ code: 'TF51005' })
    expect((await get(`${shared}/New`)).status).toBe(404)
  })

  test('what is deleted is found by its ID only, and comes back with what it held if that is asked for', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const planning = await bodyOf<Query>(get(`${shared}/Planning`))
    expect((await send('DELETE', `${shared}/Planning`)).status).toBe(204)
    expect((await get(`${shared}/Planning?$includeDeleted=true`)).status).toBe(404)
    expect((await get(`${queries}/${planning.id}`)).status).toBe(404)
    expect(await bodyOf(get(`${queries}/${planning.id}?$includeDeleted=true`))).toMatchObject({ isDeleted: true })
    const undelete = `${queries}/${planning.id}?$undeleteDescendants=true`
    expect((await send('PATCH', undelete, { isDeleted: false })).status).toBe(200)
    expect((await get(`${shared}/Planning/Current%20sprint`)).status).toBe(200)
  })

  test('roots cannot be deleted, and no folder moves into itself', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    expect(await errorOf(send('DELETE', shared))).toMatchObject({ status: 400, code: 'TF237023' })
    const { id } = await bodyOf<Query>(get(`${shared}/Planning`))
    await send('POST', `${shared}/Planning`, { name: 'Deeper', isFolder: true })
    expect((await send('POST', `${shared}/Planning/Deeper`, { id })).status).toBe(404)
  })
})
