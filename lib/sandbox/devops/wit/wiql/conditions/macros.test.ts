import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../../seed'
import type { WorkItem } from '../../../../seed/model'
import { createTestOrganization, now } from '../../../test-organization'

const { workItems: seeded, projects } = createWorld({ seed: 1, items: 1000, now })
const items = Array.from({ length: seeded.count }, (_, index) => seeded.latest(index + 1)).filter(
  (item) => item !== undefined,
)
const [storefront, fieldService] = projects
const organization = createTestOrganization({ items: 1000 })

const post = (where: string, address = '', asked = organization): Promise<Response> =>
  asked.post(`${address}_apis/wit/wiql?api-version=7.1`, {
    query: `SELECT [System.Id] FROM WorkItems WHERE ${where}`,
  })

async function idsWhere(where: string, address?: string, asked?: typeof organization): Promise<number[]> {
  const answer = await post(where, address, asked)
  if (answer.status !== 200) throw new Error(await answer.text())
  const { workItems }: { workItems: { id: number }[] } = await answer.json()
  return workItems.map(({ id }) => id)
}

const expected = (holds: (item: WorkItem) => boolean): number[] => items.filter(holds).map(({ id }) => id)

const sprints = (storefront?.iterations ?? []).filter(({ startDate }) => startDate !== undefined)
const current = sprints.findLastIndex(({ startDate = 0 }) => startDate <= now.getTime())
const inSprint = (offset: number) => expected(({ iteration }) => iteration.path === sprints[current + offset]?.path)

describe('@CurrentIteration', () => {
  test.each([
    ['@CurrentIteration', 0],
    ['@currentIteration - 1', -1],
    ['@CurrentIteration+1', 1],
    ["@CurrentIteration('[Storefront]\\Discovery')", 0],
    ["@CurrentIteration('[storefront]\\storefront team') - 2", -2],
    ["@CurrentIteration('[Storefront]\\Renamed since <id:ID>')", 0],
  ])('%s is the sprint %i from the running one', async (macro, offset) => {
    const named = macro.replace('ID', storefront?.teams[1]?.id ?? '')
    const ids = await idsWhere(`[System.IterationPath] = ${named}`, 'Storefront/')
    expect(ids).toEqual(inSprint(offset))
    expect(await idsWhere(`[System.IterationPath] UNDER ${named}`, 'Storefront/Purchase/')).toEqual(ids)
  })

  test('with a team in it needs no project in the address', async () => {
    const macro = "@CurrentIteration('[Storefront]\\Discovery')"
    expect(await idsWhere(`[System.IterationPath] = ${macro}`)).toEqual(inSprint(0))
  })

  test.each(["'[Storefront]\\Discovery'", "'[Field Service]\\Planning'"])(
    'finds nothing for %s below another project, nor beyond the last sprint',
    async (team) => {
      const other = team.includes('Storefront') ? 'Field%20Service/' : 'Storefront/'
      expect(await idsWhere(`[System.IterationPath] = @CurrentIteration(${team})`, other)).toEqual([])
      expect(await idsWhere(`[System.IterationPath] = @CurrentIteration(${team}) + 500`)).toEqual([])
      expect(await idsWhere(`[System.IterationPath] UNDER @CurrentIteration(${team}) + 500`)).toEqual([])
    },
  )

  test.each([
    ['@CurrentIteration', 500, /^VS402612: The macro '@CurrentIteration' is not supported without a team context\.$/],
    ['@TeamAreas', 500, /^VS402612: The macro '@TeamAreas' is not supported without a team context\.$/],
    ["@CurrentIteration('Discovery')", 500, /is not of the form '\[project\]\\team'/],
    ["@CurrentIteration('[Storefront]\\Nobody')", 404, /team/i],
    ["@CurrentIteration('[Nowhere]\\Discovery')", 404, /^TF200016/],
  ])('%s without a team that there is answers %i', async (macro, status, message) => {
    const field = macro === '@TeamAreas' ? 'System.AreaPath' : 'System.IterationPath'
    const answer = await post(`[${field}] = ${macro}`)
    expect(answer.status).toBe(status)
    expect((await answer.json()).message).toMatch(message)
  })
})

describe('sets', () => {
  test('@TeamAreas are the areas that the team has chosen, with those below them', async () => {
    const root = storefront?.areas[0].path ?? ''
    const all = expected(({ area }) => area.path === root || area.path.startsWith(`${root}\\`))
    expect(await idsWhere('[System.AreaPath] = @TeamAreas', 'Storefront/')).toEqual(all)
    const answer = await organization.get(
      'Storefront/Discovery/_apis/work/teamsettings/teamfieldvalues?api-version=7.1',
    )
    const { values }: { values: { value: string }[] } = await answer.json()
    const own = expected(({ area }) => values.some(({ value }) => `${area.path}\\`.startsWith(`${value}\\`)))
    expect(own.length).toBeGreaterThan(0)
    expect(await idsWhere("[System.AreaPath] = @TeamAreas('[Storefront]\\Discovery')")).toEqual(own)
    expect(await idsWhere('[System.AreaPath] IN (@TeamAreas)', 'Storefront/Discovery/')).toEqual(own)
    expect(await idsWhere('[System.AreaPath] <> @TeamAreas', 'Storefront/Discovery/')).toEqual(
      expected(({ id }) => !own.includes(id)),
    )
  })

  test('@Follows and @RecentMentions hold nothing for an application; other IDs beside them count', async () => {
    expect(await idsWhere('[System.Id] IN (@Follows)')).toEqual([])
    expect(await idsWhere('[System.Id] IN (@RecentMentions, 7)')).toEqual([7])
    expect(await idsWhere('[System.Id] NOT IN (@Follows)')).toHaveLength(1000)
  })

  test('@RecentProjectActivity is what changed within a month in the project of the address', async () => {
    const since = now.getTime() - 30 * 86_400_000
    const ids = await idsWhere('[System.Id] IN (@RecentProjectActivity)', 'Field%20Service/')
    const recent = (item: WorkItem) => Number(item.field('System.ChangedDate')) >= since
    expect(ids).toEqual(expected((item) => item.project.id === fieldService?.id && recent(item)))
    expect(ids.length).toBeGreaterThan(0)
  })

  test('@MyRecentActivity is what the caller has changed', async () => {
    const own = createTestOrganization({ items: 20 })
    const patch = [{ op: 'add', path: '/fields/System.Title', value: 'Changed by the caller' }]
    const changed = await own.fetch(
      new Request(`${own.url}/_apis/wit/workitems/7?api-version=7.1`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json-patch+json' },
        body: JSON.stringify(patch),
      }),
    )
    expect(changed.status).toBe(200)
    expect(await idsWhere('[System.Id] IN (@MyRecentActivity)', '', own)).toEqual([7])
    expect(await idsWhere('[System.ChangedBy] = @Me', '', own)).toEqual([7])
  })

  test('belong to their field alone', async () => {
    const answer = await post('[System.Title] = @Follows')
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      'The macro cannot be used with this field. The error is caused by «@Follows».',
    ])
  })

  test("'[Any]' lets everything through, as clauses of the portal want it", async () => {
    expect(await idsWhere("[System.TeamProject] = '[Any]' AND [System.State] IN ('[any]')")).toHaveLength(1000)
  })
})

describe('dates', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`)
  test.each([
    ['@Today', '2026-11-23'],
    ['@Today - 400', '2025-10-19'],
    ["@StartOfDay('-1d')", '2026-11-22'],
    ["@StartOfDay('-2w') + 1", '2026-11-10'],
    ['@StartOfWeek', '2026-11-22'],
    ['@StartOfWeek - 3', '2026-11-01'],
    ["@StartOfMonth('-3M')", '2026-08-01'],
    ['@StartOfMonth - 1', '2026-10-01'],
    ["@startOfYear('+2d')", '2026-01-03'],
    ['@StartOfYear - 1', '2025-01-01'],
  ])('%s is %s', async (macro, date) => {
    const since = expected((item) => Number(item.field('System.CreatedDate')) >= day(date))
    expect(await idsWhere(`[System.CreatedDate] >= ${macro}`)).toEqual(since)
  })

  test('an argument that is no shift is refused', async () => {
    const answer = await post("[System.CreatedDate] > @StartOfDay('tomorrow')")
    expect((await answer.json()).message).toContain('The argument of the macro is not valid.')
  })
})
