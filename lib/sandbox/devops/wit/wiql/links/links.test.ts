import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../../seed'
import { createTestOrganization, now } from '../../../test-organization'

const organization = createTestOrganization()
const { workItems } = createWorld({ seed: 1, items: 2000, now })
const forward = 'System.LinkTypes.Hierarchy-Forward'

interface End {
  readonly id: number
  readonly url: string
}

interface Result {
  readonly queryType: string
  readonly queryResultType: string
  readonly workItemRelations: readonly {
    readonly rel: string | null
    readonly source: End | null
    readonly target: End
  }[]
}

const post = (query: string, address = '_apis/wit/wiql?api-version=7.1'): Promise<Response> =>
  organization.post(address, { query })

async function run(where: string, rest: string, address?: string): Promise<Result> {
  const answer = await post(`SELECT [System.Id] FROM WorkItemLinks WHERE ${where} ${rest}`, address)
  if (answer.status !== 200) throw new Error(await answer.text())
  return await answer.json()
}

const rows = ({ workItemRelations }: Result) =>
  workItemRelations.map(({ rel, source, target }) => [rel, source?.id ?? null, target.id])

const childrenOf = (id: number): number[] =>
  (workItems.latest(id)?.links ?? []).flatMap(({ rel, target }) =>
    rel === forward && typeof target === 'number' ? [target] : [],
  )

/** An epic with features below it that have children of their own. */
const epic = Array.from({ length: 2000 }, (_, index) => index + 1).find(
  (id) => workItems.latest(id)?.type.name === 'Epic' && childrenOf(id).some((child) => childrenOf(child).length > 0),
)

function branch(id: number): (string | number)[][] {
  return childrenOf(id)
    .toSorted((one, other) => one - other)
    .flatMap((child) => [[forward, id, child], ...branch(child)])
}

describe('queries for links', () => {
  const source = `[Source].[System.Id] = ${epic}`
  const children = `[System.Links.LinkType] = '${forward}'`

  test('of one hop tell each source, followed by its links', async () => {
    const result = await run(`${source} AND ${children}`, 'MODE (MustContain)')
    expect(Object.keys(result)).toEqual(['queryType', 'queryResultType', 'asOf', 'columns', 'workItemRelations'])
    expect(result).toMatchObject({ queryType: 'oneHop', queryResultType: 'workItemLink' })
    const [root, link] = result.workItemRelations
    const url = `https://dev.azure.com/contoso/_apis/wit/workItems/${epic}`
    expect(root).toEqual({ rel: null, source: null, target: { id: epic, url } })
    expect(link).toMatchObject({ rel: forward, source: { id: epic, url } })
    expect(Object.keys(link ?? {})).toEqual(['rel', 'source', 'target'])
    const ids = rows(result).map(([, , target]) => target)
    expect(ids).toEqual([epic, ...childrenOf(epic ?? 0).toSorted((one, other) => one - other)])
  })

  test('of trees go depth first, each item below its parent alone', async () => {
    const result = await run(`${source} AND ${children}`, 'ORDER BY [System.Id] MODE (Recursive)')
    expect(result.queryType).toBe('tree')
    expect(rows(result)).toEqual([[null, null, epic], ...branch(epic ?? 0)])
  })

  test('of trees tell an item that stands below another source only there', async () => {
    const ids = [epic, ...childrenOf(epic ?? 0)]
    const result = await run(`[Source].[System.Id] IN (${ids}) AND ${children}`, 'MODE (Recursive)')
    expect(rows(result)).toEqual([[null, null, epic], ...branch(epic ?? 0)])
  })

  test('of trees that begin at the bottom find everything above an item, whatever it is', async () => {
    const [feature = 0] = childrenOf(epic ?? 0).filter((id) => childrenOf(id).length > 0)
    const [leaf = 0] = childrenOf(feature)
    const mode = 'MODE (Recursive, ReturnMatchingChildren)'
    const path = [
      [null, null, epic],
      [forward, epic, feature],
      [forward, feature, leaf],
    ]
    expect(rows(await run(`${children} AND [Target].[System.Id] = ${leaf}`, mode))).toEqual(path)
    const none = "[Source].[System.State] = 'Nobody has this'"
    expect(rows(await run(`${none} AND ${children} AND [Target].[System.Id] = ${leaf}`, mode))).toEqual([
      [null, null, leaf],
    ])
  })

  test('order sources and, within each, targets', async () => {
    const where = `[Source].[Work Item Type] = 'Epic' AND ${children}`
    const found = rows(await run(where, 'ORDER BY [System.Id] DESC MODE (MustContain)'))
    const roots = found.flatMap(([rel, , target]) => (rel === null ? [Number(target)] : []))
    expect(roots).toEqual(roots.toSorted((one, other) => other - one))
    const below = found.flatMap(([, parent, target]) => (parent === epic ? [Number(target)] : []))
    expect(below).toEqual(childrenOf(epic ?? 0).toSorted((one, other) => other - one))
  })

  test('order one end alone where the other is named', async () => {
    const where = `${source} AND ${children}`
    const found = rows(await run(where, 'ORDER BY [Source].[System.Id], [Target].[System.Id] DESC MODE (MayContain)'))
    const below = found.slice(1).map(([, , target]) => Number(target))
    expect(below).toEqual(below.toSorted((one, other) => other - one))
  })

  test('know link types by the names on screens, and several at once', async () => {
    const byName = await run(`${source} AND [Link Type] = 'Child'`, '')
    expect(rows(byName)).toEqual(rows(await run(`${source} AND ${children}`, 'mode(mustcontain)')))
    const both = `[System.Links.LinkType] IN ('${forward}', 'System.LinkTypes.Related')`
    const either = `([Link Type] = 'child' OR [System.Links.LinkType] = 'system.linktypes.related')`
    const where = `[Source].[System.Id] < 200 AND`
    expect(rows(await run(`${where} ${both}`, ''))).toEqual(rows(await run(`${where} ${either}`, '')))
  })

  test('are cut by $top, which counts rows', async () => {
    const address = '_apis/wit/wiql?$top=3&api-version=7.1'
    expect(rows(await run(children, 'MODE (Recursive)', address))).toHaveLength(3)
  })

  test('carry the project in their addresses when run below one', async () => {
    const where = `[Source].[System.TeamProject] = @project AND ${children}`
    const { workItemRelations } = await run(where, '', 'Storefront/_apis/wit/wiql?$top=1&api-version=7.1')
    expect(workItemRelations[0]?.target.url).toMatch(/contoso\/[0-9a-f-]{36}\/_apis\/wit\/workItems\/\d+$/)
  })

  test('of more than 20,000 rows are refused unless the caller asks for fewer', async () => {
    const large = createTestOrganization({ items: 15_000 })
    const query = 'SELECT [System.Id] FROM WorkItemLinks MODE (MayContain)'
    const refused = await large.post('_apis/wit/wiql?api-version=7.1', { query })
    expect([refused.status, (await refused.json()).message.slice(0, 8)]).toEqual([400, 'VS402337'])
    const cut = await large.post('_apis/wit/wiql?api-version=7.1&$top=20000', { query })
    expect((await cut.json()).workItemRelations).toHaveLength(20_000)
  })

  test.each([
    [
      `[Source].[System.Id] = 1 OR [Target].[System.Id] = 2`,
      '',
      'Conditions on the source, the link and the target must be joined by AND. The error is caused by «[Source].[System.Id] = 1 OR [Target].[System.Id] = 2».',
    ],
    [
      "[System.Links.LinkType] = 'System.LinkTypes.Related'",
      'MODE (Recursive)',
      "MODE (Recursive) needs a link type that makes a tree. The error is caused by «[System.Links.LinkType] = 'System.LinkTypes.Related'».",
    ],
    [
      children,
      "ASOF '2026-06-01' MODE (Recursive)",
      "ASOF cannot be used with MODE (Recursive). The error is caused by «'2026-06-01'».",
    ],
    [
      '[Nope].[System.Id] = 1',
      '',
      'TF51005: The query references a field that does not exist. The error is caused by «[Nope].[System.Id]».',
    ],
    [
      "[System.Links.LinkType] CONTAINS 'x'",
      '',
      "The operator cannot be used with this field. The error is caused by «[System.Links.LinkType] CONTAINS 'x'».",
    ],
  ])('%s %s is refused', async (where, rest, message) => {
    const answer = await post(`SELECT [System.Id] FROM WorkItemLinks WHERE ${where} ${rest}`)
    expect([answer.status, (await answer.json()).message]).toEqual([400, message])
  })

  test('an end of a link in a query for items is refused', async () => {
    const answer = await post('SELECT [System.Id] FROM WorkItems WHERE [Source].[System.Id] = 1')
    expect((await answer.json()).message).toContain('TF51005')
  })
})
