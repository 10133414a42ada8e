import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, type ListBody } from '../test-organization'

interface Backlog {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly rank: number
  readonly isHidden: boolean
  readonly workItemTypes: readonly { name: string }[]
}

const { get, send } = createTestOrganization()

describe('backlogs', () => {
  test('are those of the process, the highest first', async () => {
    const names = async (project: string) =>
      (await bodyOf<ListBody<Backlog>>(get(`${project}/_apis/work/backlogs`))).value.map(({ name }) => name)
    expect(await names('Storefront')).toEqual(['Epics', 'Features', 'Stories', 'Tasks'])
    expect(await names('Field%20Service')).toEqual(['Epics', 'Features', 'Backlog items', 'Tasks'])
    expect(await names('Workplace')).toEqual(['Epics', 'Issues', 'Tasks'])
  })

  test('bugs are where the team plans them', async () => {
    const typesOn = async (project: string, backlog: string) =>
      (await bodyOf<Backlog>(get(`${project}/_apis/work/backlogs/${backlog}`))).workItemTypes.map(({ name }) => name)
    expect(await typesOn('Storefront', 'Microsoft.TaskCategory')).toEqual(['Task', 'Bug'])
    expect(await typesOn('Storefront', 'Microsoft.RequirementCategory')).toEqual(['User Story'])
    expect(await typesOn('Field%20Service', 'Microsoft.RequirementCategory')).toEqual(['Product Backlog Item', 'Bug'])
    expect((await get('Storefront/_apis/work/backlogs/Microsoft.NoCategory')).status).toBe(404)
  })

  test('hold the team’s open work in its order', async () => {
    const path = 'Storefront/Discovery/_apis/work/backlogs/Microsoft.RequirementCategory/workItems'
    const { workItems } = await bodyOf<{ workItems: { target: { id: number } }[] }>(get(path))
    expect(workItems.length).toBeGreaterThan(3)
    const rank = 'Microsoft.VSTS.Common.StackRank'
    const ranks: number[] = []
    for (const { target } of workItems) {
      const { fields } = await bodyOf<{ fields: Record<string, string> }>(get(`_apis/wit/workitems/${target.id}`))
      expect(fields['System.AreaPath']).toMatch(/^Storefront\\Catalog/)
      expect(['Closed', 'Removed']).not.toContain(fields['System.State'])
      ranks.push(Number(fields[rank]))
    }
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other))
  })

  test('are all told at once, with what fields mean and what is hidden', async () => {
    expect(await bodyOf(get('Field%20Service/_apis/work/backlogconfiguration'))).toMatchObject({
      taskBacklog: { id: 'Microsoft.TaskCategory', defaultWorkItemType: { name: 'Task' } },
      requirementBacklog: { name: 'Backlog items', type: 'requirement' },
      portfolioBacklogs: [
        { name: 'Epics', isHidden: true },
        { name: 'Features', isHidden: false },
      ],
      workItemTypeMappedStates: expect.arrayContaining([
        { workItemTypeName: 'Task', states: expect.objectContaining({ 'In Progress': 'InProgress' }) },
      ]),
      backlogFields: { typeFields: { Order: 'Microsoft.VSTS.Common.BacklogPriority' } },
      bugsBehavior: 'asRequirements',
      hiddenBacklogs: ['Microsoft.EpicCategory'],
    })
    expect(await bodyOf(get('Field%20Service/_apis/work/processconfiguration'))).toMatchObject({
      typeFields: { Effort: { referenceName: 'Microsoft.VSTS.Scheduling.Effort' } },
      requirementBacklog: { workItemTypes: [{ name: 'Product Backlog Item' }] },
      bugWorkItems: { workItemTypes: [{ name: 'Bug' }] },
    })
  })
})

describe('boards', () => {
  test('there is one for each backlog above tasks that is not hidden', async () => {
    const list = async () =>
      (await bodyOf<ListBody<{ name: string }>>(get('Storefront/Purchase/_apis/work/boards'))).value
    expect((await list()).map(({ name }) => name)).toEqual(['Features', 'Stories'])
    const shown = { backlogVisibilities: { 'Microsoft.EpicCategory': true } }
    await send('PATCH', 'Storefront/Purchase/_apis/work/teamsettings', shown)
    expect((await list()).map(({ name }) => name)).toEqual(['Epics', 'Features', 'Stories'])
  })

  test('columns follow the states, from what comes in to what is done', async () => {
    const board = await bodyOf<{ id: string; columns: object[] }>(
      get('Field%20Service/Planning/_apis/work/boards/backlog%20items'),
    )
    expect(board).toMatchObject({
      name: 'Backlog items',
      columns: [
        { name: 'New', columnType: 'incoming', itemLimit: 0, stateMappings: { Bug: 'New' } },
        { name: 'Approved', columnType: 'inProgress', isSplit: false },
        { name: 'Committed', columnType: 'inProgress' },
        { name: 'Done', columnType: 'outgoing' },
      ],
      rows: [{ name: null }],
      allowedMappings: { Outgoing: { 'Product Backlog Item': ['Done'] } },
      fields: { columnField: { referenceName: expect.stringMatching(/^WEF_[0-9A-F]{32}_Kanban\.Column$/) } },
    })
    const base = `Field%20Service/Planning/_apis/work/boards/${board.id}`
    expect((await bodyOf<ListBody<object>>(get(`${base}/columns`))).value).toEqual(board.columns)
    expect((await bodyOf<ListBody<object>>(get(`${base}/rows`))).count).toBe(1)
    expect((await get('Field%20Service/Planning/_apis/work/boards/Nothing')).status).toBe(404)
  })

  test('tasks move through their own states, and bugs that are planned with them through the like', async () => {
    expect(await bodyOf(get('Storefront/_apis/work/taskboardcolumns'))).toMatchObject({
      columns: [
        { name: 'New', order: 0, mappings: [{ workItemType: 'Task', state: 'New' }, { workItemType: 'Bug' }] },
        { name: 'Active' },
        { name: 'Closed', order: 2 },
      ],
      isCustomized: false,
      isValid: true,
    })
  })

  test('the names of all columns of a project are sorted and told once', async () => {
    const { value } = await bodyOf<ListBody<{ name: string }>>(get('Workplace/_apis/work/boardcolumns'))
    expect(value.map(({ name }) => name)).toEqual(['Doing', 'Done', 'To Do'])
    expect(await bodyOf(get('Workplace/_apis/work/boardrows'))).toEqual({ count: 0, value: [] })
  })
})
