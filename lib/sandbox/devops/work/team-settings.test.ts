import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

interface Iteration {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly attributes: { startDate: string | null; finishDate: string | null; timeFrame: string }
}

interface Node {
  readonly id: number
  readonly identifier: string
  readonly url: string
}

const nodes = 'Workplace/_apis/wit/classificationNodes'
const none = '00000000-0000-0000-0000-000000000000'

/** An organization with a team that somebody has just created. */
async function withNewTeam() {
  const organization = createTestOrganization({ items: 0 })
  const { send } = organization
  const team = await bodyOf<{ id: string }>(send('POST', '_apis/projects/Workplace/teams', { name: 'New team' }))
  const node = (tree: string, name: string, dates?: object) =>
    bodyOf<Node>(send('POST', `${nodes}/${tree}`, { name, ...(dates ? { attributes: dates } : {}) }))
  return { ...organization, team, node, settings: `Workplace/${team.id}/_apis/work/teamsettings` }
}

describe('settings', () => {
  test('a new team has no backlog iteration, and can choose no iterations before it has one', async () => {
    const { get, send, node, settings } = await withNewTeam()
    expect(await bodyOf(get(settings))).toMatchObject({
      backlogIteration: { id: none },
      bugsBehavior: 'off',
      workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      defaultIteration: null,
      defaultIterationMacro: '@currentIteration',
    })
    expect(await bodyOf(get(`${settings}/iterations`))).toEqual({ count: 0, value: [] })
    const { identifier } = await node('iterations', 'First')
    const refused = await send('POST', `${settings}/iterations`, { id: identifier })
    expect(await bodyOf(refused)).toEqual({
      $id: '1',
      innerException: null,
      message: 'TF400497: The backlog iteration path that you specified is no longer valid.',
      typeName:
        'Microsoft.Azure.Boards.Agile.Common.Exceptions.InvalidTeamSettingsException, Microsoft.Azure.Boards.Agile.Common',
      typeKey: 'InvalidTeamSettingsException',
      errorCode: 0,
      eventId: 3000,
    })
  })

  test('iterations are chosen, listed with their time frames and given up, as recorded', async () => {
    const { get, send, node, settings } = await withNewTeam()
    const [root] = (await bodyOf<ListBody<Node>>(get(nodes))).value.slice(1)
    const [one, two] = [await node('iterations', 'One'), await node('iterations', 'Two')]
    const patched = await bodyOf(send('PATCH', settings, { backlogIteration: root?.identifier }))
    expect(patched).toMatchObject({
      backlogIteration: { id: root?.identifier, name: 'Workplace', path: '', url: root?.url },
      _links: { classificationNode: { href: root?.url } },
    })

    const added = await send('POST', `${settings}/iterations`, { id: one.identifier })
    expect(added.status).toBe(201)
    expect(await bodyOf(added)).toMatchObject({
      id: one.identifier,
      path: 'Workplace\\One',
      attributes: { startDate: null, finishDate: null, timeFrame: 'current' },
      _links: { classificationNode: { href: one.url } },
    })
    await send('POST', `${settings}/iterations`, { id: two.identifier })
    const list = () => bodyOf<ListBody<Iteration>>(get(`${settings}/iterations`))
    expect((await list()).value.map(({ attributes }) => attributes.timeFrame)).toEqual(['current', 'future'])

    expect((await send('DELETE', `${settings}/iterations/${one.identifier}`)).status).toBe(204)
    expect((await list()).value).toMatchObject([{ id: two.identifier, attributes: { timeFrame: 'current' } }])
    expect((await send('DELETE', `${settings}/iterations/${one.identifier}`)).status).toBe(404)
  })

  test('a default iteration takes the place of the macro, and its node is linked beside the backlog’s', async () => {
    const { send, node, settings } = await withNewTeam()
    const first = await node('iterations', 'First')
    const second = await node('iterations/First', 'Second')
    await send('PATCH', settings, { backlogIteration: first.identifier })
    const patched = await bodyOf(send('PATCH', settings, { defaultIteration: second.identifier.toUpperCase() }))
    expect(patched).toMatchObject({
      defaultIteration: { id: second.identifier, path: '\\First\\Second' },
      defaultIterationMacro: null,
      _links: { classificationNode: [{ href: first.url }, { href: second.url }] },
    })
    const macro = await bodyOf(send('PATCH', settings, { defaultIterationMacro: '@CurrentIteration' }))
    expect(macro).toMatchObject({ defaultIteration: null, defaultIterationMacro: '@currentIteration' })
  })

  test('bugs, working days and backlogs are changed one by one; wrong values are refused', async () => {
    const { send, settings } = await withNewTeam()
    const changed = await bodyOf(
      send('PATCH', settings, {
        bugsBehavior: 'AsTasks',
        workingDays: ['friday', 'Monday'],
        backlogVisibilities: { 'Microsoft.EpicCategory': false },
      }),
    )
    expect(changed).toMatchObject({
      bugsBehavior: 'asTasks',
      workingDays: ['monday', 'friday'],
      backlogVisibilities: { 'Microsoft.EpicCategory': false, 'Microsoft.RequirementCategory': true },
    })
    expect((await send('PATCH', settings, { bugsBehavior: 'ignored' })).status).toBe(400)
    expect((await send('PATCH', settings, { workingDays: ['someday'] })).status).toBe(400)
    expect(await errorOf(send('PATCH', settings, { backlogIteration: none }))).toMatchObject({ code: 'TF400497' })
  })

  test('without a team in the address the default team’s settings are meant', async () => {
    const { get } = createTestOrganization({ items: 0 })
    const byProject = await bodyOf<{ url: string }>(get('Storefront/_apis/work/teamsettings'))
    const byTeam = await bodyOf<{ url: string }>(get('Storefront/Storefront%20Team/_apis/work/teamsettings'))
    expect(byProject).toEqual(byTeam)
    expect(byProject).toMatchObject({ bugsBehavior: 'asTasks', backlogIteration: { name: 'Storefront', path: '' } })
  })
})

describe('iterations of a seeded team', () => {
  const { get } = createTestOrganization({ items: 1500 })
  const base = 'Storefront/Discovery/_apis/work/teamsettings/iterations'

  test('exactly one is current, those before it are past, those after it future', async () => {
    const { value } = await bodyOf<ListBody<Iteration>>(get(base))
    const frames = value.map(({ attributes }) => attributes.timeFrame)
    const at = frames.indexOf('current')
    expect(frames).toEqual([...frames.slice(0, at).fill('past'), 'current', ...frames.slice(at + 1).fill('future')])
    const current = await bodyOf<ListBody<Iteration>>(get(`${base}?$timeframe=current`))
    expect(current.value).toEqual([value[at]])
    expect((await get(`${base}?$timeframe=past`)).status).toBe(400)
  })

  test('its work items are the team’s own, children below parents that are there too', async () => {
    const { value } = await bodyOf<ListBody<Iteration>>(get(base))
    const answers = await Promise.all(
      value.map(({ id }) =>
        bodyOf<{ workItemRelations: { rel: string | null; source: { id: number } | null; target: { id: number } }[] }>(
          get(`${base}/${id}/workitems`),
        ),
      ),
    )
    const relations = answers.flatMap(({ workItemRelations }) => workItemRelations)
    expect(relations.length).toBeGreaterThan(10)
    expect(relations.some(({ rel }) => rel === 'System.LinkTypes.Hierarchy-Forward')).toBe(true)
    for (const { rel, source, target } of relations) {
      expect(rel === null).toBe(source === null)
      const { fields } = await bodyOf<{ fields: Record<string, string> }>(get(`_apis/wit/workitems/${target.id}`))
      expect(fields['System.AreaPath']).toMatch(/^Storefront\\Catalog/)
    }
  })
})

describe('areas of a team', () => {
  test('a new team has none; the list is replaced as a whole, and never without the default', async () => {
    const { get, send, node, settings } = await withNewTeam()
    const areas = `${settings}/teamfieldvalues`
    expect(await bodyOf(get(areas))).toMatchObject({
      field: { referenceName: 'System.AreaPath' },
      defaultValue: null,
      values: [],
    })
    await node('areas', 'Mine')
    const values = [{ value: '\\Workplace\\Mine', includeChildren: false }]
    const refused = await send('PATCH', areas, { values })
    expect(refused.status).toBe(400)
    expect(await bodyOf(refused)).toMatchObject({
      message: 'DefaultValue',
      typeKey: 'TeamFieldArgumentNullException',
      eventId: 0,
    })
    const changed = await bodyOf(send('PATCH', areas, { defaultValue: 'Workplace\\Mine', values }))
    expect(changed).toMatchObject({
      defaultValue: 'Workplace\\Mine',
      values: [{ value: 'Workplace\\Mine', includeChildren: false }],
    })
    expect(await bodyOf(get(areas))).toEqual(changed)
    expect((await send('PATCH', areas, { defaultValue: 'Workplace\\Other', values })).status).toBe(400)
  })

  test('follow when a node gets another name', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    await send('PATCH', 'Storefront/_apis/wit/classificationNodes/areas/Catalog', { name: 'Range' })
    const areas = await bodyOf(get('Storefront/Discovery/_apis/work/teamsettings/teamfieldvalues'))
    expect(areas).toMatchObject({ defaultValue: 'Storefront\\Range' })
  })
})

describe('capacities', () => {
  test('are listed with totals, changed for one member, replaced for all, and days off are kept', async () => {
    const { get, send } = createTestOrganization({ items: 0 })
    const base = 'Storefront/Discovery/_apis/work/teamsettings/iterations'
    const [iteration] = (await bodyOf<ListBody<Iteration>>(get(`${base}?$timeframe=current`))).value
    const capacities = `${base}/${iteration?.id}/capacities`
    interface Capacities {
      readonly teamMembers: readonly { teamMember: { id: string }; activities: { capacityPerDay: number }[] }[]
      readonly totalCapacityPerDay: number
      readonly totalDaysOff: number
    }
    const before = await bodyOf<Capacities>(get(capacities))
    const hours = before.teamMembers.flatMap(({ activities }) => activities.map((one) => one.capacityPerDay))
    expect(before.totalCapacityPerDay).toBe(hours.reduce((sum, one) => sum + one, 0))
    expect(before.totalDaysOff).toBe(0)

    const all = await bodyOf<{ teams: { teamCapacityPerDay: number }[]; totalIterationCapacityPerDay: number }>(
      get(`Storefront/_apis/work/iterations/${iteration?.id}/iterationcapacities`),
    )
    const ofTeams = all.teams.map(({ teamCapacityPerDay }) => teamCapacityPerDay)
    expect(ofTeams).toContain(before.totalCapacityPerDay)
    expect(all.totalIterationCapacityPerDay).toBe(ofTeams.reduce((sum, one) => sum + one, 0))

    const id = before.teamMembers[0]?.teamMember.id
    const daysOff = [{ start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' }]
    const activities = [{ capacityPerDay: 3, name: 'Design' }]
    expect((await send('PATCH', `${capacities}/${id}`, { activities, daysOff })).status).toBe(200)
    expect(await bodyOf(get(`${capacities}/${id}`))).toMatchObject({ teamMember: { id }, activities, daysOff })
    expect(await bodyOf<Capacities>(get(capacities))).toMatchObject({ totalDaysOff: 2 })

    await send('PUT', capacities, [{ teamMember: { id }, activities, daysOff: [] }])
    expect(await bodyOf<Capacities>(get(capacities))).toMatchObject({
      teamMembers: [{ teamMember: { id } }],
      totalCapacityPerDay: 3,
    })
    expect((await send('PATCH', `${capacities}/${none}`, { activities })).status).toBe(400)

    const off = `${base}/${iteration?.id}/teamdaysoff`
    expect(await bodyOf(get(off))).toMatchObject({ daysOff: [] })
    expect(await bodyOf(send('PATCH', off, { daysOff }))).toMatchObject({ daysOff })
    expect(await bodyOf(get(off))).toMatchObject({ daysOff })
    expect((await send('PATCH', off, { daysOff: [{ start: '2026-11-25', end: '2026-11-24' }] })).status).toBe(400)
  })
})
