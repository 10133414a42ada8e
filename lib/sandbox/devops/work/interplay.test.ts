import { QueryExpand, TreeStructureGroup } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectClient } from '../test-client'
import { createTestOrganization } from '../test-organization'

/** Microsoft's own client for Node, as it is published, plans in the sandbox. */
let client: Awaited<ReturnType<typeof connectClient>>

beforeAll(async () => {
  client = await connectClient(createTestOrganization({ items: 500, role: 'collection administrators' }))
})

afterAll(() => client.close())

const team = { project: 'Storefront', team: 'Discovery' }

test('makes a project, gives it another name, and deletes it', async () => {
  const core = await client.api.getCoreApi()
  const agile = (await core.getProcesses()).find(({ name }) => name === 'Agile')
  const capabilities = {
    versioncontrol: { sourceControlType: 'Git' },
    processTemplate: { templateTypeId: String(agile?.id) },
  }
  expect((await core.queueCreateProject({ name: 'By the client', capabilities })).id).toEqual(expect.any(String))
  const project = await core.getProject('By the client', true)
  expect(project.capabilities?.processTemplate?.templateName).toBe('Agile')
  await core.updateProject({ name: 'Another name' }, String(project.id))
  expect((await core.getProject(String(project.id))).name).toBe('Another name')
  await core.queueDeleteProject(String(project.id))
  expect((await core.getProjects()).map(({ name }) => name)).not.toContain('Another name')
})

test('makes a team, tells its members, and deletes it', async () => {
  const core = await client.api.getCoreApi()
  const { id = '' } = await core.createTeam({ name: 'By the client' }, 'Storefront')
  expect((await core.getTeams('Storefront')).map(({ name }) => name)).toContain('By the client')
  expect((await core.updateTeam({ name: 'Renamed' }, 'Storefront', id)).name).toBe('Renamed')
  await core.deleteTeam('Storefront', id)
  const members = await core.getTeamMembersWithExtendedProperties('Storefront', 'Discovery')
  expect(members[0]).toMatchObject({ isTeamAdmin: true, identity: { displayName: expect.any(String) } })
})

test('reads settings, iterations with dates, their work items and capacities, areas, backlogs and boards', async () => {
  const work = await client.api.getWorkApi()
  expect(await work.getTeamSettings(team)).toMatchObject({ backlogIteration: { name: 'Storefront' } })
  const [current] = await work.getTeamIterations(team, 'current')
  expect(current?.attributes?.startDate).toBeInstanceOf(Date)
  const id = String(current?.id)
  const { workItemRelations } = await work.getIterationWorkItems(team, id)
  expect(workItemRelations).toEqual(expect.any(Array))
  const { teamMembers = [] } = await work.getCapacitiesWithIdentityRefAndTotals(team, id)
  expect(teamMembers[0]?.activities?.[0]?.capacityPerDay).toBeGreaterThan(0)
  expect((await work.getTeamFieldValues(team)).defaultValue).toBe('Storefront\\Catalog')
  const backlogs = await work.getBacklogs(team)
  expect(backlogs.map(({ name }) => name)).toEqual(['Epics', 'Features', 'Stories', 'Tasks'])
  const board = await work.getBoard(team, 'Stories')
  expect(board.columns?.map(({ name }) => name)).toEqual(['New', 'Active', 'Resolved', 'Closed'])
})

test('makes an iteration, chooses it for the team, and gives it up', async () => {
  const [wit, work] = [await client.api.getWorkItemTrackingApi(), await client.api.getWorkApi()]
  const attributes = { startDate: '2030-01-07T00:00:00Z', finishDate: '2030-01-18T00:00:00Z' }
  const tree = TreeStructureGroup.Iterations
  const node = await wit.createOrUpdateClassificationNode({ name: 'Far away', attributes }, 'Storefront', tree)
  const chosen = await work.postTeamIteration({ id: String(node.identifier) }, team)
  expect(chosen).toMatchObject({ path: 'Storefront\\Far away', attributes: { timeFrame: 2 } })
  await work.deleteTeamIteration(team, String(chosen.id))
  expect((await work.getTeamIterations(team)).map(({ name }) => name)).not.toContain('Far away')
  await wit.deleteClassificationNode('Storefront', tree, 'Far away')
  expect(await wit.getClassificationNode('Storefront', tree, 'Far away')).toBeNull()
})

test('saves a query, finds it, runs it and deletes it', async () => {
  const wit = await client.api.getWorkItemTrackingApi()
  const wiql = "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Bug'"
  const made = await wit.createQuery({ name: 'By the client', wiql }, 'Storefront', 'Shared Queries/Planning')
  expect(made.path).toBe('Shared Queries/Planning/By the client')
  const found = await wit.searchQueries('Storefront', 'the client')
  expect(found.value?.map(({ id }) => id)).toEqual([made.id])
  const read = await wit.getQuery('Storefront', 'Shared Queries/Planning/By the client', QueryExpand.All)
  expect(read).toMatchObject({ id: made.id, wiql, columns: [{ referenceName: 'System.Id' }] })
  const { workItems = [] } = await wit.queryById(String(made.id), { project: 'Storefront' })
  expect(workItems.length).toBeGreaterThan(5)
  await wit.deleteQuery('Storefront', String(made.id))
  expect(await wit.getQuery('Storefront', String(made.id))).toBeNull()
  const [own, shared] = await wit.getQueries('Storefront', QueryExpand.None, 2)
  expect([own?.isPublic, shared?.isPublic]).toEqual([false, true])
})

test('reads types, their states and fields, and categories', async () => {
  const wit = await client.api.getWorkItemTrackingApi()
  const bug = await wit.getWorkItemType('Storefront', 'Bug')
  expect(bug.transitions?.New?.map(({ to }) => to)).toEqual(['New', 'Closed', 'Resolved', 'Active'])
  const severity = 'Microsoft.VSTS.Common.Severity'
  const field = await wit.getWorkItemTypeFieldWithReferences('Storefront', 'Bug', severity, 1)
  expect(field.allowedValues).toHaveLength(4)
  const categories = await wit.getWorkItemTypeCategories('Storefront')
  expect(categories.map(({ name }) => name)).toContain('Requirement Category')
})
