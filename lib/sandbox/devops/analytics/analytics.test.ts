import { describe, expect, test } from 'vitest'
import { createWorld } from '../../seed'
import type { WorkItem } from '../../seed/model'
import { bodyOf, createTestOrganization, now } from '../test-organization'
import { day } from './work-item-type'

const items = 300
const organization = createTestOrganization({ items })
const world = createWorld({ seed: 1, items, now })
const all = Array.from({ length: items }, (_, index) => world.workItems.latest(index + 1)).filter(
  (item) => item !== undefined,
)
const categoryOf = (item: WorkItem) =>
  item.type.states.find(({ name }) => name === item.field('System.State'))?.category

interface Body {
  readonly '@odata.count'?: number
  readonly '@odata.nextLink'?: string
  readonly '@vsts.warnings'?: readonly string[]
  readonly value: readonly Readonly<Record<string, unknown>>[]
}

const root = 'https://analytics.dev.azure.com/contoso/_odata/v4.0-preview'
const send = (url: string): Promise<Response> => organization.fetch(new Request(url))

const ask = (set: string, options: Record<string, string> = {}, place = root): Promise<Response> =>
  send(`${place}/${set}?${new URLSearchParams(options)}`)

const read = (set: string, options: Record<string, string> = {}): Promise<Body> => bodyOf<Body>(ask(set, options))

async function idsWhere(filter: string): Promise<unknown[]> {
  const { value } = await read('WorkItems', { $filter: filter, $select: 'WorkItemId' })
  return value.map((row) => row.WorkItemId)
}

describe('$filter gives exactly the items for which it holds', () => {
  const cases: readonly (readonly [string, (item: WorkItem) => boolean])[] = [
    ["WorkItemType eq 'Bug'", ({ type }) => type.name === 'Bug'],
    ["WorkItemType ne 'bug'", ({ type }) => type.name !== 'Bug'],
    [
      "StateCategory eq 'Completed' and Priority le 2",
      (item) => categoryOf(item) === 'Completed' && Number(item.field('Microsoft.VSTS.Common.Priority')) <= 2,
    ],
    ["not (Project/ProjectName eq 'Storefront')", ({ project }) => project.name !== 'Storefront'],
    [
      'WorkItemId lt 10 or (WorkItemId ge 290 and WorkItemId mod 2 eq 0)',
      ({ id }) => id < 10 || (id >= 290 && id % 2 === 0),
    ],
    ['WorkItemId in (3, 5, 100000)', ({ id }) => id === 3 || id === 5],
    ['ParentWorkItemId eq null', (item) => item.field('System.Parent') === undefined],
    ["startswith(Area/AreaPath, 'Storefront')", ({ area }) => area.path.startsWith('Storefront')],
    [
      "contains(tolower(Title), 'export')",
      (item) => String(item.field('System.Title')).toLowerCase().includes('export'),
    ],
    [
      'CreatedDate ge 2026-09-01Z and CreatedDate lt 2026-10-01T00:00:00Z',
      (item) => new Date(Number(item.field('System.CreatedDate'))).toISOString().startsWith('2026-09'),
    ],
    [
      'year(CreatedDate) eq 2026 and month(CreatedDate) eq 3',
      (item) => new Date(Number(item.field('System.CreatedDate'))).toISOString().startsWith('2026-03'),
    ],
    ['Tags/any()', (item) => item.field('System.Tags') !== undefined],
    ['AssignedToUserSK eq null', (item) => item.field('System.AssignedTo') === undefined],
  ]
  test.each(cases)('%s', async (filter, holds) => {
    const expected = all.filter(holds).map(({ id }) => id)
    expect(expected.length).toBeGreaterThan(0)
    expect(await idsWhere(filter)).toEqual(expected)
  })

  test('a tag is found among several, whatever its case', async () => {
    const tag = all
      .map((item) => item.field('System.Tags'))
      .find((tags) => typeof tags === 'string' && tags.includes('; '))
    const [, second = ''] = String(tag).split('; ')
    const expected = all.filter((item) =>
      String(item.field('System.Tags') ?? '')
        .split('; ')
        .includes(second),
    )
    expect(await idsWhere(`Tags/any(t:t/TagName eq '${second.toUpperCase()}')`)).toEqual(expected.map(({ id }) => id))
  })
})

test('what is selected and expanded is there, and nothing else', async () => {
  const { value, ...rest } = await read('WorkItems', {
    $filter: 'WorkItemId eq 1',
    $select: 'WorkItemId,Title',
    $expand: 'Area($select=AreaPath),AssignedTo,Tags($select=TagName)',
  })
  const [item] = all
  expect(value).toEqual([
    {
      WorkItemId: 1,
      Title: item?.field('System.Title'),
      Area: { AreaPath: item?.area.path },
      AssignedTo: item?.field('System.AssignedTo') === undefined ? null : expect.objectContaining({ UserType: 'User' }),
      Tags: expect.any(Array),
    },
  ])
  expect(rest).toEqual({ '@odata.context': `${root}/$metadata#WorkItems(WorkItemId,Title)` })
})

test('without $select all properties come, with the service’s advice to select', async () => {
  const { value, '@vsts.warnings': warnings } = await read('WorkItems', { $top: '1' })
  expect(warnings).toEqual([expect.stringMatching(/^VS403507: /)])
  expect(value[0]).toMatchObject({
    WorkItemId: 1,
    Revision: expect.any(Number),
    CreatedDate: expect.stringMatching(/Z$/),
  })
  expect(Object.keys(value[0] ?? {})).not.toContain('Description')
})

test('rows come in the order asked for, with the count of all', async () => {
  const options = {
    $orderby: 'Priority desc,WorkItemId',
    $top: '40',
    $skip: '5',
    $count: 'true',
    $select: 'WorkItemId,Priority',
  }
  const { value, '@odata.count': count } = await read('WorkItems', options)
  const priority = (item: WorkItem) => Number(item.field('Microsoft.VSTS.Common.Priority') ?? Number.NEGATIVE_INFINITY)
  const expected = all.toSorted((one, other) => priority(other) - priority(one) || one.id - other.id).slice(5, 45)
  expect(value.map((row) => row.WorkItemId)).toEqual(expected.map(({ id }) => id))
  expect(count).toBe(items)
})

test('below a project only its items are told', async () => {
  const place = 'https://analytics.dev.azure.com/contoso/Storefront/_odata/v4.0-preview'
  const { value } = await bodyOf<Body>(ask('WorkItems', { $select: 'WorkItemId' }, place))
  expect(value.map((row) => row.WorkItemId)).toEqual(
    all.filter(({ project }) => project.name === 'Storefront').map(({ id }) => id),
  )
})

test('every revision of every item is told once, the last one without an end', async () => {
  const { value } = await read('WorkItemRevisions', { $select: 'WorkItemId,Revision,RevisedDate' })
  const expected = all.flatMap(({ id }) => world.workItems.revisions(id).map(({ rev }) => [id, rev]))
  const rows: unknown[][] = [...value.map((row) => [row.WorkItemId, row.Revision])]
  expect(rows).toEqual(expected.slice(0, rows.length))
  expect(value.filter((row) => row.RevisedDate === null).length).toBeGreaterThan(0)
})

describe('$apply', () => {
  test('counts groups', async () => {
    const apply =
      "filter(WorkItemType ne 'Epic')/groupby((StateCategory,Project/ProjectName),aggregate($count as Count))"
    const { value } = await read('WorkItems', { $apply: apply })
    const expected = new Map<string, number>()
    for (const item of all.filter(({ type }) => type.name !== 'Epic')) {
      const group = `${categoryOf(item)} ${item.project.name}`
      expected.set(group, (expected.get(group) ?? 0) + 1)
    }
    const counted = value.map(({ StateCategory, Project, Count }) => [
      `${StateCategory} ${(Project as { ProjectName: string }).ProjectName}`,
      Count,
    ])
    expect(counted).toEqual([...expected])
  })

  test('sums, averages and takes the extremes of what is there', async () => {
    const apply =
      'aggregate(StoryPoints with sum as Sum, StoryPoints with average as Mean, CreatedDate with min as First, CreatedDate with max as Last)'
    const { value } = await read('WorkItems', { $apply: apply })
    const points = all.flatMap((item) => item.field('Microsoft.VSTS.Scheduling.StoryPoints') ?? []).map(Number)
    const sum = points.reduce((total, one) => total + one, 0)
    const created = all.map((item) => Number(item.field('System.CreatedDate')))
    expect(value).toEqual([expect.objectContaining({ Sum: sum, Mean: sum / points.length })])
    expect(Date.parse(String(value[0]?.First))).toBe(Math.min(...created))
    expect(Date.parse(String(value[0]?.Last))).toBe(Math.max(...created))
  })

  test('filters and sorts what was aggregated', async () => {
    const apply = 'groupby((WorkItemType),aggregate($count as Count))/filter(Count gt 20)'
    const { value } = await read('WorkItems', { $apply: apply, $orderby: 'Count desc', $top: '2' })
    const counts = value.map((row) => Number(row.Count))
    expect(counts).toHaveLength(2)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    expect(Math.min(...counts)).toBeGreaterThan(20)
  })

  test('a snapshot tells for each day how many items there were', async () => {
    const apply =
      'filter(DateValue ge 2026-11-01Z and DateValue le 2026-11-05Z)/groupby((DateValue),aggregate($count as Count))'
    const { value } = await read('WorkItemSnapshot', { $apply: apply, $orderby: 'DateValue' })
    const days = [1, 2, 3, 4, 5].map((at) => Date.UTC(2026, 10, at))
    const expected = days.map((start) => ({
      '@odata.id': null,
      DateValue: new Date(start).toISOString().replace('.000', ''),
      Count: all.filter((item) => Number(item.field('System.CreatedDate')) < start + day).length,
    }))
    expect(value).toEqual(expected)
  })
})

describe('what Analytics refuses', () => {
  interface Fault {
    readonly error: { readonly code: string; readonly message: string }
  }

  test.each([
    ['WorkItems', { $filter: "Colour eq 'red'" }, 400, /^VS403483: .*property named 'Colour' on type '.*\.WorkItem'/],
    ['WorkItems', { $filter: 'WorkItemId eq' }, 400, /Syntax error at position 13/],
    ['WorkItems', { $filter: 'WorkItemId # 1' }, 400, /Syntax error/],
    ['WorkItems', { $filter: `${'('.repeat(5000)}1${')'.repeat(5000)}` }, 400, /Syntax error/],
    ['WorkItems', { $filter: 'cube(WorkItemId) eq 1' }, 400, /unknown function with name 'cube'/],
    ['WorkItems', { $select: 'Colour' }, 400, /Colour/],
    ['WorkItems', { $expand: 'Colour' }, 400, /Colour/],
    ['WorkItems', { $apply: 'aggregate(Priority with countdistinct as C)' }, 400, /countdistinct/],
    ['WorkItems', { $top: '-1' }, 400, /\$top/],
    ['WorkItems', { $search: 'x' }, 400, /\$search/],
    ['WorkItemSnapshot', { $top: '1' }, 400, /only in an aggregation/],
    ['Colours', {}, 404, /'Colours'/],
    ['WorkItems(5)', {}, 400, /key/],
  ])('%s %j', async (set, options, status, message) => {
    const response = await ask(set, options as Record<string, string>)
    expect(response.status).toBe(status)
    const { error } = await bodyOf<Fault>(response)
    expect(error.code).toBe('0')
    expect(error.message).toMatch(message)
  })
})

test('the metadata describe every entity set and every property that is answered', async () => {
  const response = await ask('$metadata')
  expect(response.headers.get('content-type')).toBe('application/xml')
  const xml = await response.text()
  for (const set of [
    'WorkItems',
    'WorkItemRevisions',
    'WorkItemSnapshot',
    'Areas',
    'Iterations',
    'Projects',
    'Users',
    'Tags',
  ]) {
    expect(xml).toContain(`<EntitySet Name="${set}"`)
  }
  const { value } = await read('WorkItems', { $top: '1' })
  for (const name of Object.keys(value[0] ?? {})) expect(xml).toContain(`<Property Name="${name}" Type="Edm.`)
})

test('a long answer comes in pages, complete and without repetition', async () => {
  const big = createTestOrganization({ items: 10_500 })
  const ids: unknown[] = []
  let next: string | undefined = `${root}/WorkItems?$select=WorkItemId&$filter=WorkItemId gt 100`
  while (next !== undefined) {
    const page: Body = await bodyOf<Body>(big.fetch(new Request(next)))
    ids.push(...page.value.map((row) => row.WorkItemId))
    next = page['@odata.nextLink']
  }
  expect(ids).toEqual(Array.from({ length: 10_400 }, (_, index) => index + 101))
})
