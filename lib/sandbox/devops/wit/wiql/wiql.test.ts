import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../seed'
import type { WorkItem } from '../../../seed/model'
import { descriptionOf } from '../../../seed/texts'
import { createTestOrganization, now } from '../../test-organization'

const organization = createTestOrganization()
const { workItems: seeded, projects } = createWorld({ seed: 1, items: 2000, now })
const workItems = Array.from({ length: seeded.count }, (_, index) => seeded.latest(index + 1)).filter(
  (item) => item !== undefined,
)

interface Result {
  readonly queryType: string
  readonly asOf: string
  readonly columns: readonly { readonly referenceName: string; readonly name: string }[]
  readonly sortColumns?: readonly { readonly field: { readonly referenceName: string }; readonly descending: boolean }[]
  readonly workItems: readonly { readonly id: number; readonly url: string }[]
}

const post = (query: string, { project = '', parameters = '' } = {}): Promise<Response> =>
  organization.post(`${project}_apis/wit/wiql?api-version=7.1${parameters}`, { query })

async function run(query: string, options?: Parameters<typeof post>[1]): Promise<Result> {
  const answer = await post(query, options)
  if (answer.status !== 200) throw new Error(await answer.text())
  return await answer.json()
}

async function idsWhere(where: string, options?: Parameters<typeof post>[1]): Promise<number[]> {
  const { workItems: found } = await run(`SELECT [System.Id] FROM WorkItems WHERE ${where}`, options)
  return found.map(({ id }) => id)
}

const text = (item: WorkItem, name: string): string => String(item.field(name) ?? '').toLowerCase()
const expected = (holds: (item: WorkItem) => boolean): number[] => workItems.filter(holds).map(({ id }) => id)
const person = projects[0]?.teams[1]?.members[0]
const monday = Date.UTC(2026, 10, 16)
const day = 86_400_000
const assignee = (item: WorkItem) => item.field('System.AssignedTo')
const closed = (item: WorkItem) => Number(item.field('Microsoft.VSTS.Common.ClosedDate'))
const currentSprint = projects[0]?.iterations.findLast(({ startDate = Infinity }) => startDate <= +now)

describe('conditions', () => {
  const cases: [where: string, holds: (item: WorkItem) => boolean][] = [
    ["[System.State] = 'active'", (item) => text(item, 'System.State') === 'active'],
    [
      "State <> 'Closed' AND [Work Item Type] = 'Bug'",
      (item) => item.type.name === 'Bug' && text(item, 'System.State') !== 'closed',
    ],
    [
      "NOT ([System.State] = 'Closed' OR [System.State] = 'Done')",
      (item) => !['closed', 'done'].includes(text(item, 'System.State')),
    ],
    ["[System.State] IN ('New', 'To Do')", (item) => ['new', 'to do'].includes(text(item, 'System.State'))],
    ["[System.State] NOT IN ('New', 'To Do')", (item) => !['new', 'to do'].includes(text(item, 'System.State'))],
    ["[System.TeamProject] = 'field service'", (item) => item.project.name === 'Field Service'],
    ["[System.Title] CONTAINS 'Checkout'", (item) => text(item, 'System.Title').includes('checkout')],
    ["[System.Title] NOT CONTAINS 'the'", (item) => !text(item, 'System.Title').includes('the')],
    [
      "[System.Title] CONTAINS WORDS 'cart saved'",
      (item) => /\bsaved\b/.test(text(item, 'System.Title')) && /\bcart\b/.test(text(item, 'System.Title')),
    ],
    [
      "[System.Description] CONTAINS WORDS 'handb*'",
      (item) => /\bhandb/.test(String(descriptionOf(item) ?? '').replace(/<[^>]*>/g, ' ')),
    ],
    ['[System.Description] IS EMPTY', (item) => descriptionOf(item) === undefined],
    ["[System.Tags] CONTAINS 'Security'", (item) => text(item, 'System.Tags').split('; ').includes('security')],
    ['[System.Tags] IS NOT EMPTY', (item) => text(item, 'System.Tags') !== ''],
    ["[System.AssignedTo] = ''", (item) => assignee(item) === undefined],
    ["[System.AssignedTo] <> ''", (item) => assignee(item) !== undefined],
    [`[System.AssignedTo] = '${person?.uniqueName}'`, (item) => Object(assignee(item)).id === person?.id],
    [`[System.AssignedTo] <> '${person?.displayName}'`, (item) => Object(assignee(item)).id !== person?.id],
    [
      `[System.AssignedTo] IN ('${person?.displayName} <${person?.uniqueName}>', 'Nobody')`,
      (item) => Object(assignee(item)).id === person?.id,
    ],
    [
      "[System.AssignedTo] IN GROUP '[Storefront]\\Discovery'",
      (item) => projects[0]?.teams[1]?.members.some(({ id }) => id === Object(assignee(item)).id) ?? false,
    ],
    [
      "[System.AssignedTo] IN GROUP '[Storefront]\\Contributors'",
      (item) => projects[0]?.teams[0].members.some(({ id }) => id === Object(assignee(item)).id) ?? false,
    ],
    ["[System.AssignedTo] IN GROUP '[Storefront]\\Nobody Known'", () => false],
    ["[System.AssignedTo] = 'Nobody Known'", () => false],
    ['[System.AssignedTo] = @Me', () => false],
    ["[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'", (item) => item.type.level === 'requirement'],
    ['[Microsoft.VSTS.Common.Priority] <= 1', (item) => Number(item.field('Microsoft.VSTS.Common.Priority')) <= 1],
    ["[System.Id] IN (3, '5', 7)", ({ id }) => [3, 5, 7].includes(id)],
    ['[System.Id] > 1990 OR [System.Id] = 1', ({ id }) => id > 1990 || id === 1],
    ["[System.AreaPath] UNDER 'Storefront\\Checkout'", ({ area }) => area.path.startsWith('Storefront\\Checkout')],
    ["[System.AreaPath] NOT UNDER '\\Storefront'", ({ area }) => !area.path.startsWith('Storefront')],
    ["[System.AreaPath] = 'Storefront\\Checkout'", ({ area }) => area.path === 'Storefront\\Checkout'],
    ["[System.ChangedDate] >= '2026-11-16'", (item) => Number(item.field('System.ChangedDate')) >= monday],
    ["[Closed Date] = '11/16/2026'", (item) => closed(item) >= monday && closed(item) < monday + day],
    [
      "[Microsoft.VSTS.Common.ClosedDate] <> '2026-11-16'",
      (item) => !(closed(item) >= monday && closed(item) < monday + day),
    ],
    ["[Microsoft.VSTS.Common.ClosedDate] > '2026-11-16'", (item) => closed(item) >= monday + day],
    ['[System.ChangedDate] >= @Today - 7', (item) => Number(item.field('System.ChangedDate')) >= monday],
    ['[System.ChangedDate] >= @StartOfWeek', (item) => Number(item.field('System.ChangedDate')) >= monday + 6 * day],
    [
      "[System.CreatedDate] < @StartOfMonth('-1M') + 0",
      (item) => Number(item.field('System.CreatedDate')) < Date.UTC(2026, 9, 1),
    ],
    ['[System.CreatedDate] < @StartOfYear', (item) => Number(item.field('System.CreatedDate')) < Date.UTC(2026, 0, 1)],
    [
      '[System.CreatedBy] = [System.ChangedBy]',
      (item) => item.field('System.CreatedBy') === item.field('System.ChangedBy'),
    ],
    [
      '[System.Parent] IS EMPTY AND [System.Id] < 100',
      (item) => item.field('System.Parent') === undefined && item.id < 100,
    ],
  ]

  test.each(cases)('%s', async (where, holds) => {
    expect(await idsWhere(where)).toEqual(expected(holds))
  })

  test('@project is the one in the address, which does not filter by itself', async () => {
    const project = 'Field%20Service/'
    const of = expected((item) => item.project.name === 'Field Service')
    expect(await idsWhere('[System.TeamProject] = @project', { project })).toEqual(of)
    expect(await idsWhere('[System.Id] > 0', { project })).toHaveLength(2000)
    expect(await idsWhere('[System.AreaPath] UNDER @project', { project })).toEqual(of)
  })

  test('@CurrentIteration is the running sprint of the project in the address', async () => {
    const options = { project: 'Storefront/Discovery/' }
    const ids = await idsWhere('[System.IterationPath] = @CurrentIteration', options)
    expect(ids).toEqual(expected(({ iteration }) => iteration.path === currentSprint?.path))
    expect(ids.length).toBeGreaterThan(0)
  })

  test('with time precision dates are compared to the millisecond', async () => {
    const instant = new Date(Number(workItems[999]?.field('System.CreatedDate'))).toISOString()
    const ids = await idsWhere(`[System.CreatedDate] > '${instant}'`, { parameters: '&timePrecision=true' })
    expect(ids[0]).toBe(1001)
  })
})

describe('results', () => {
  test('name the columns, whichever way the fields were written, in the service’s order of members', async () => {
    const result = await run('select ID, [Title], [system.state] from workitems where ID = 1')
    expect(Object.keys(result)).toEqual(['queryType', 'queryResultType', 'asOf', 'columns', 'workItems'])
    expect(result).toMatchObject({ queryType: 'flat', asOf: '2026-11-23T11:00:00Z' })
    const fields = result.columns.map(({ referenceName, name }) => [referenceName, name])
    expect(fields).toEqual([
      ['System.Id', 'ID'],
      ['System.Title', 'Title'],
      ['System.State', 'State'],
    ])
    expect(result.workItems).toEqual([{ id: 1, url: 'https://dev.azure.com/contoso/_apis/wit/workItems/1' }])
  })

  test('come in the order asked for, else in that of the IDs', async () => {
    const { workItems: found, sortColumns } = await run(
      'SELECT [ID] FROM WorkItems ORDER BY [System.AssignedTo] DESC, [Microsoft.VSTS.Common.Priority], [System.Id] DESC',
    )
    const items = found.flatMap(({ id }) => workItems[id - 1] ?? [])
    const names = items.map((item) => String(Object(assignee(item)).displayName ?? '').toLowerCase())
    expect(names).toEqual(names.toSorted().toReversed())
    expect(sortColumns?.map(({ descending }) => descending)).toEqual([true, false, true])
    const unsorted = (await run('SELECT [ID] FROM WorkItems')).workItems.map(({ id }) => id)
    expect(unsorted).toEqual(unsorted.toSorted((one, other) => one - other))
  })

  test('of a saved query name its project, and tell how many there are in a header', async () => {
    const saved = await organization.get('Storefront/_apis/wit/queries?$depth=1&$expand=wiql&api-version=7.1')
    const { value }: { value: { children?: { id: string; wiql?: string; queryType?: string }[] }[] } =
      await saved.json()
    const query = value.flatMap(({ children = [] }) => children).find(({ queryType }) => queryType === 'flat')
    const address = `_apis/wit/wiql/${query?.id}?api-version=7.1`
    const answer = await organization.get(address)
    const result: Result = await answer.json()
    expect(answer.headers.get('x-total-count')).toBe(String(result.workItems.length))
    expect(result.workItems[0]?.url).toContain(`/contoso/${projects[0]?.id}/_apis/wit/workItems/`)
    expect((await post(query?.wiql ?? '', { project: 'Storefront/' })).headers.has('x-total-count')).toBe(false)
  })

  test('are cut by $top', async () => {
    const { workItems: found } = await run('SELECT [ID] FROM WorkItems ORDER BY [ID] DESC', { parameters: '&$top=3' })
    expect(found.map(({ id }) => id)).toEqual([2000, 1999, 1998])
  })

  test('of more than 20,000 items are refused unless the caller asks for fewer', async () => {
    const large = createTestOrganization({ items: 20_001 })
    const body = { query: 'SELECT [System.Id] FROM WorkItems' }
    const refused = await large.post('_apis/wit/wiql?api-version=7.1', body)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      typeKey: 'WorkItemTrackingQueryResultSizeLimitExceededException',
      message: expect.stringMatching(/^VS402337: /),
    })
    const cut: Result = await (await large.post('_apis/wit/wiql?api-version=7.1&$top=19999', body)).json()
    expect(cut.workItems).toHaveLength(19_999)
  })
})
