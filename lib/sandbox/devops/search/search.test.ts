import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf } from '../test-organization'

const { fetch, get } = createTestOrganization({ items: 2000 })

interface Result {
  readonly project: { name: string }
  readonly fields: Record<string, string>
  readonly hits: readonly { fieldReferenceName: string; highlights: readonly string[] }[]
}

interface Response {
  readonly count: number
  readonly results: readonly Result[]
  readonly infoCode: number
  readonly facets: Record<string, readonly { name: string; resultCount: number }[]>
}

const send = (body: object, project = '') =>
  fetch(
    new Request(
      `https://almsearch.dev.azure.com/contoso/${project}_apis/search/workitemsearchresults?api-version=7.1`,
      {
        method: 'POST',
        body: JSON.stringify(body),
      },
    ),
  )

const search = (searchText: string, more: object = {}, project = '') =>
  bodyOf<Response>(send({ searchText, $top: 1000, ...more }, project))

const idsOf = ({ results }: Response) => results.map(({ fields }) => Number(fields['system.id']))
const sorted = (ids: readonly number[]) => ids.toSorted((one, other) => one - other)

/** What a query finds whose words are searched in title, tags and description. */
async function queried(...conditions: readonly string[]): Promise<number[]> {
  const query = `SELECT [System.Id] FROM WorkItems WHERE ${conditions.join(' AND ')}`
  const path = 'https://dev.azure.com/contoso/_apis/wit/wiql?api-version=7.1'
  const request = new Request(path, { method: 'POST', body: JSON.stringify({ query }) })
  const { workItems } = await bodyOf<{ workItems: { id: number }[] }>(fetch(request))
  return workItems.map(({ id }) => id)
}

const contains = (word: string) =>
  `(${['System.Title', 'System.Tags', 'System.Description'].map((name) => `[${name}] CONTAINS WORDS '${word}'`).join(' OR ')})`

describe('words', () => {
  test.each(['checkout', 'ZOOM', 'tests', 'keyboard', 'handbook', 'accessib*', 'nothing'])(
    'such as %s find what a query for them finds',
    async (word) => {
      const found = await search(word)
      expect(sorted(idsOf(found))).toEqual(await queried(contains(word)))
      expect(found.count).toBe(found.results.length)
    },
  )

  test('have all to be found, in whichever texts', async () => {
    const found = idsOf(await search('checkout tests'))
    expect(sorted(found)).toEqual(await queried(contains('checkout'), contains('tests')))
    expect(found.length).toBeGreaterThan(0)
    expect(idsOf(await search('checkout AND tests'))).toEqual(found)
  })

  test('between quotation marks follow each other', async () => {
    const phrase = await search('"guest checkout"')
    const words = await search('guest checkout')
    expect(phrase.count).toBeGreaterThan(0)
    expect(idsOf(words)).toEqual(expect.arrayContaining(idsOf(phrase)))
    expect((await search('"checkout guest"')).count).toBe(0)
  })

  test('may be alternatives, or unwanted', async () => {
    const either = idsOf(await search('checkout OR zoom'))
    const both = [...idsOf(await search('checkout')), ...idsOf(await search('zoom'))]
    expect(sorted(either)).toEqual(sorted([...new Set(both)]))
    const without = idsOf(await search('checkout NOT tests'))
    const unwanted = idsOf(await search('checkout tests'))
    expect(sorted([...without, ...unwanted])).toEqual(sorted(idsOf(await search('checkout'))))
  })

  test('stand for letters with * and ?', async () => {
    const word = idsOf(await search('checkout'))
    expect(idsOf(await search('chec*out'))).toEqual(word)
    expect(idsOf(await search('*heckou?'))).toEqual(word)
    expect((await search('checkout?')).count).toBe(0)
  })

  test('find an item by its number', async () => {
    const { results } = await search('1234')
    expect(results[0]?.fields['system.id']).toBe('1234')
    expect(results[0]?.hits[0]).toEqual({
      fieldReferenceName: 'system.id',
      highlights: ['<highlighthit>1234</highlighthit>'],
    })
  })

  test('are marked where they were found', async () => {
    const { results } = await search('checkout', { $top: 50 })
    for (const { fields, hits } of results) {
      const [title] = hits.find(({ fieldReferenceName }) => fieldReferenceName === 'system.title')?.highlights ?? []
      if (title) expect(title.replace(/<\/?highlighthit>/g, '')).toBe(fields['system.title'])
      expect(hits.flatMap(({ highlights }) => highlights).join()).toMatch(/<highlighthit>checkout<\/highlighthit>/i)
    }
  })

  test('that somebody writes are found at once', async () => {
    const patch = [
      { op: 'add', path: '/fields/System.Title', value: 'A quokka' },
      { op: 'add', path: '/fields/System.Description', value: '<b>It</b> is&nbsp;a marsupial.' },
    ]
    const url = 'https://dev.azure.com/contoso/_apis/wit/workitems/7?api-version=7.1'
    const headers = { 'content-type': 'application/json-patch+json' }
    await fetch(new Request(url, { method: 'PATCH', headers, body: JSON.stringify(patch) }))
    expect(idsOf(await search('quokka marsupial'))).toEqual([7])
  })
})

describe('results', () => {
  test('are narrowed by project, type, state, person and area', async () => {
    const [first] = (await search('checkout', { filters: { 'System.State': ['Active', 'New'] } })).results
    const fields: Record<string, string> = first?.fields ?? {}
    const filters = {
      'System.TeamProject': ['Storefront'],
      'System.WorkItemType': [fields['system.workitemtype']],
      'System.State': [fields['system.state']],
      'System.AreaPath': ['Storefront\\Checkout'],
    }
    const narrowed = await search('checkout', { filters })
    const conditions = [
      "[System.TeamProject] = 'Storefront'",
      `[System.WorkItemType] = '${fields['system.workitemtype']}'`,
      `[System.State] = '${fields['system.state']}'`,
      "[System.AreaPath] UNDER 'Storefront\\Checkout'",
    ]
    expect(sorted(idsOf(narrowed))).toEqual(await queried(contains('checkout'), ...conditions))
    expect(narrowed.count).toBeGreaterThan(0)
  })

  test('of a person are found by name, address or both', async () => {
    const all = await search('checkout')
    const person = all.results.find(({ fields }) => fields['system.assignedto'])?.fields['system.assignedto'] ?? ''
    const [name = '', address = ''] = person.replace('>', '').split(' <')
    const by = async (value: string) => idsOf(await search('checkout', { filters: { 'System.AssignedTo': [value] } }))
    const own = all.results.filter(({ fields }) => fields['system.assignedto'] === person)
    expect(await by(person)).toEqual(own.map(({ fields }) => Number(fields['system.id'])))
    expect(await by(name)).toEqual(await by(person))
    expect(await by(address)).toEqual(await by(person))
  })

  test('are those of the project in the address', async () => {
    const found = await search('the', {}, 'Workplace/')
    expect(new Set(found.results.map(({ project }) => project.name))).toEqual(new Set(['Workplace']))
    expect((await send({ searchText: 'the' }, 'Nowhere/')).status).toBe(404)
  })

  test('come by how well they fit, or as they are to be sorted', async () => {
    const { results } = await search('zoom')
    const inTitle = results.map(({ fields }) => /\bzoom\b/i.test(fields['system.title'] ?? ''))
    expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false))
    const $orderBy = [
      { field: 'system.state', sortOrder: 'DESC' },
      { field: 'system.id', sortOrder: 'ASC' },
    ]
    const keys = (await search('checkout', { $orderBy })).results.map(({ fields }) => [
      fields['system.state'] ?? '',
      Number(fields['system.id']),
    ])
    const byKeys = keys.toSorted(([one = '', low = 0], [other = '', high = 0]) =>
      one === other ? Number(low) - Number(high) : one < other ? 1 : -1,
    )
    expect(keys).toEqual(byKeys)
  })

  test('page, and more than a thousand at once are too many', async () => {
    const whole = idsOf(await search('the'))
    expect(whole).toHaveLength(1000)
    const page = await search('the', { $skip: 990, $top: 20 })
    expect(page.results).toHaveLength(20)
    expect(idsOf(page).slice(0, 10)).toEqual(whole.slice(990))
    expect(page.infoCode).toBe(0)
    expect(await search('the', { $top: 1001 })).toMatchObject({ infoCode: 8, count: page.count })
  })

  test('are counted by project, type, state and person if asked, even where there is none', async () => {
    const filters = { 'System.WorkItemType': ['Bug', 'Impediment'], 'System.TeamProject': ['Storefront'] }
    const { facets, results, count } = await search('checkout', { filters, includeFacets: true })
    expect(facets['System.WorkItemType']).toEqual([
      { name: 'Bug', id: 'Bug', resultCount: count },
      { name: 'Impediment', id: 'Impediment', resultCount: 0 },
    ])
    for (const { name, resultCount } of facets['System.State'] ?? []) {
      expect(results.filter(({ fields }) => fields['system.state'] === name)).toHaveLength(resultCount)
    }
    expect((await search('checkout')).facets).toEqual({})
  })
})

describe('searches', () => {
  test.each([
    [{ searchText: '' }, 400],
    [{ searchText: '"!"' }, 400],
    [{ searchText: 'word', $top: -1 }, 400],
    [{ searchText: 'word', filters: { 'System.Reason': ['New'] } }, 400],
    [{ searchText: 'word', $orderBy: [{ field: 'nope' }] }, 400],
    [{ searchText: '(one OR two) three' }, 501],
    [{ searchText: 's:Active' }, 501],
  ])('are refused if they are %j', async (body, status) => {
    expect((await send(body)).status).toBe(status)
  })

  test('are answered on their own host only', async () => {
    const elsewhere = 'https://dev.azure.com/contoso/_apis/search/workitemsearchresults?api-version=7.1'
    const body = JSON.stringify({ searchText: 'word' })
    expect((await fetch(new Request(elsewhere, { method: 'POST', body }))).status).toBe(404)
    const { locationUrl } = await bodyOf<{ locationUrl: string }>(
      get('_apis/resourceAreas/ea48a0a1-269c-42d8-b8ad-ddc8fcdcf578?api-version=7.1-preview.1'),
    )
    expect(locationUrl).toBe('https://almsearch.dev.azure.com/contoso/')
  })

  test('say in the usual way what is wrong', async () => {
    expect(await errorOf(send({ searchText: '' }))).toMatchObject({ typeKey: 'VssPropertyValidationException' })
  })
})
