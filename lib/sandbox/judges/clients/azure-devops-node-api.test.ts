import { getBearerHandler, WebApi } from 'azure-devops-node-api'
import { BuildResult } from 'azure-devops-node-api/interfaces/BuildInterfaces'
import {
  GitVersionType,
  PullRequestStatus,
  VersionControlRecursionType,
} from 'azure-devops-node-api/interfaces/GitInterfaces'
import { GetLogExpandOptions } from 'azure-devops-node-api/interfaces/PipelinesInterfaces'
import { QueryExpand, WorkItemExpand } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForClients, tokenFor } from './standalone'

const project = 'Storefront'
const set = (path: string, value: unknown) => ({ op: 'add', path, value })

let standalone: Awaited<ReturnType<typeof startForClients>>
let api: WebApi

beforeAll(async () => {
  standalone = await startForClients()
  const { proxy, caFile, organizationUrl } = standalone.ready
  const options = { proxy: { proxyUrl: proxy }, cert: { caFile } }
  api = new WebApi(organizationUrl, getBearerHandler(await tokenFor(standalone)), options)
})
afterAll(() => standalone.stop())

/** Ids of what a flat query finds. */
async function idsOf(query: string): Promise<number[]> {
  const tracking = await api.getWorkItemTrackingApi()
  const { workItems = [] } = await tracking.queryByWiql({ query }, { project })
  return workItems.flatMap(({ id }) => id ?? [])
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

describe('azure-devops-node-api, unmodified, through the proxy', () => {
  test('finds each service by its resource area', async () => {
    const locations = await api.getLocationsApi()
    const areas = await locations.getResourceAreas()
    const graph = areas.find(({ name }) => name === 'Graph')
    expect(graph?.locationUrl).toBe('https://vssps.dev.azure.com/contoso/')
    expect((await api.connect()).authenticatedUser?.providerDisplayName).toBe('Certboard practice app')
  })

  test('reads projects and teams', async () => {
    const core = await api.getCoreApi()
    const projects = await core.getProjects()
    expect(projects.map(({ name }) => name)).toEqual(standalone.ready.projects)
    const teams = await core.getTeams(project)
    expect(teams.map(({ projectName }) => projectName)).toEqual(teams.map(() => project))
    const [{ id = '' } = {}] = teams
    expect(await core.getTeamMembersWithExtendedProperties(project, id)).not.toEqual([])
  })

  test('runs flat queries and trees', async () => {
    const ids = await idsOf('SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project')
    expect(ids.length).toBeGreaterThan(50)
    const tracking = await api.getWorkItemTrackingApi()
    const query =
      "SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.TeamProject] = @project AND [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' MODE (Recursive)"
    const { queryType, workItemRelations = [] } = await tracking.queryByWiql({ query }, { project })
    expect(queryType).toBe(2)
    expect(workItemRelations.some(({ source, target }) => source && target)).toBe(true)
  })

  test('reads items in batches, with history and relations', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    const ids = (await idsOf('SELECT [System.Id] FROM WorkItems WHERE [System.Parent] > 0')).slice(0, 20)
    const items = await tracking.getWorkItemsBatch({ ids, $expand: WorkItemExpand.Relations })
    expect(items.map(({ id }) => id)).toEqual(ids)
    expect(items.every(({ relations = [] }) => relations.length > 0)).toBe(true)
    const [first = 0] = ids
    const revisions = await tracking.getRevisions(first)
    expect(revisions.map(({ rev }) => rev)).toEqual(revisions.map((_, at) => at + 1))
    expect((await tracking.getUpdates(first)).length).toBeGreaterThanOrEqual(revisions.length)
  })

  test('creates an item, changes it, and deletes it', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    const created = await tracking.createWorkItem(
      {},
      [set('/fields/System.Title', 'Made by a client')],
      project,
      'Task',
    )
    const id = Number(created.id)
    expect(created.fields?.['System.State']).toBe('New')
    const changed = await tracking.updateWorkItem({}, [set('/fields/System.State', 'Active')], id)
    expect(changed.rev).toBe(Number(created.rev) + 1)
    expect((await tracking.deleteWorkItem(id)).id).toBe(id)
    expect(await tracking.getWorkItem(id)).toBeNull()
    const restored = await tracking.restoreWorkItem({ isDeleted: false }, id)
    expect(restored.id).toBe(id)
  })

  test('refuses what the service refuses', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    await expect(tracking.createWorkItem({}, [], project, 'Task')).rejects.toMatchObject({ statusCode: 400 })
    await expect(tracking.queryByWiql({ query: 'SELECT [Nope] FROM WorkItems' })).rejects.toThrow(/TF51005/)
  })

  test('comments on an item', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    const added = await tracking.addComment({ text: 'From a client' }, project, 1)
    const { comments = [] } = await tracking.getComments(project, 1)
    expect(comments.map(({ id }) => id)).toContain(added.id)
    await tracking.deleteComment(project, 1, Number(added.id))
  })

  test('walks the tree of saved queries', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    const folders = await tracking.getQueries(project, QueryExpand.All, 2)
    expect(folders.map(({ name }) => name)).toContain('Shared Queries')
    const wiql = 'SELECT [System.Id] FROM WorkItems'
    const query = await tracking.createQuery({ name: 'From a client', wiql }, project, 'Shared Queries')
    expect((await tracking.queryById(String(query.id), { project })).workItems).not.toEqual([])
    await tracking.deleteQuery(project, String(query.id))
  })

  test('reads a team’s settings and iterations', async () => {
    const work = await api.getWorkApi()
    const team = { project, team: `${project} Team` }
    expect((await work.getTeamSettings(team)).workingDays).not.toEqual([])
    const [current] = await work.getTeamIterations(team, 'current')
    expect(current?.attributes?.timeFrame).toBe(1)
    expect((await work.getTeamFieldValues(team)).values).not.toEqual([])
  })

  test('reads every revision there is, page by page', async () => {
    const tracking = await api.getWorkItemTrackingApi()
    const seen = new Set<string>()
    let token: string | undefined
    for (let isLast = false; !isLast; ) {
      const page = await tracking.readReportingRevisionsGet(project, ['System.State'], undefined, token)
      for (const { id, rev } of page.values ?? []) seen.add(`${id} ${rev}`)
      isLast = page.isLastBatch === true
      token = page.continuationToken
    }
    expect(seen.size).toBeGreaterThan(200)
  })

  test('reads repositories and pull requests', async () => {
    const git = await api.getGitApi()
    const [repository] = await git.getRepositories(project)
    const id = String(repository?.id)
    expect((await git.getRefs(id, project)).map(({ name }) => name)).toContain(repository?.defaultBranch)
    expect(await git.getPullRequests(id, { status: 4 }, project)).not.toEqual([])
  })

  test('reads files, and what commits and branches change', async () => {
    const git = await api.getGitApi()
    const [repository] = await git.getRepositories(project)
    const id = String(repository?.id)
    const items = await git.getItems(id, project, '/', VersionControlRecursionType.Full)
    expect(items.map(({ path }) => path)).toContain('/README.md')
    expect(await textOf(await git.getItemText(id, '/README.md', project))).toMatch(/^# /)
    const [latest, , before] = await git.getCommits(id, { $top: 3 }, project)
    const { changes = [] } = await git.getChanges(String(latest?.commitId), id, project)
    expect(changes.length).toBeGreaterThan(0)
    const base = { version: String(before?.commitId), versionType: GitVersionType.Commit }
    const target = { version: 'main', versionType: GitVersionType.Branch }
    const diffs = await git.getCommitDiffs(id, project, false, 10, 0, base, target)
    expect(diffs).toMatchObject({ aheadCount: 2, behindCount: 0 })
    expect(await git.getRefFavorites(project, id)).toEqual([])
  })

  test('reads what was said and changed in a pull request', async () => {
    const git = await api.getGitApi()
    const [pullRequest] = await git.getPullRequestsByProject(project, { status: PullRequestStatus.Completed })
    const id = String(pullRequest?.repository?.id)
    const number = Number(pullRequest?.pullRequestId)
    const threads = await git.getThreads(id, number, project)
    const [first] = threads
    expect(first?.publishedDate).toBeInstanceOf(Date)
    expect(await git.getComments(id, number, Number(first?.id), project)).toHaveLength(Number(first?.comments?.length))
    const iterations = await git.getPullRequestIterations(id, number, project)
    const { changeEntries = [] } = await git.getPullRequestIterationChanges(id, number, iterations.length, project)
    expect(changeEntries.length).toBeGreaterThan(0)
    expect(await git.getPullRequestLabels(id, number, project)).toEqual(expect.any(Array))
    expect(await git.getPullRequestStatuses(id, number, project)).toEqual([])
  })

  test('reads logs, artifacts, metrics and badges of builds', async () => {
    const build = await api.getBuildApi()
    const builds = await build.getBuilds(project, [2])
    const id = Number(builds.find(({ result }) => result === BuildResult.Succeeded)?.id)
    const [log] = await build.getBuildLogs(project, id)
    const lines = await build.getBuildLogLines(project, id, Number(log?.id))
    expect(lines).toHaveLength(Number(log?.lineCount))
    expect(await textOf(await build.getBuildLog(project, id, Number(log?.id)))).toBe(`${lines.join('\r\n')}\r\n`)
    expect((await build.getArtifacts(project, id)).map(({ name }) => name)).toEqual(['drop'])
    const metrics = await build.getProjectMetrics(project, 'daily')
    expect(metrics.map(({ name }) => name)).toContain('TotalBuilds')
    expect((await build.getBuildSettings(project)).defaultRetentionPolicy?.daysToKeep).toBe(10)
    const pipelines = await api.getPipelinesApi()
    const { logs = [] } = await pipelines.listLogs(project, 2, id, GetLogExpandOptions.SignedContent)
    expect(logs[0]?.signedContent?.url).toContain('urlSignature')
    expect((await pipelines.preview({ previewRun: true }, project, 2)).finalYaml).toContain('stages:')
  })

  test('reads the coverage and the trend of tests', async () => {
    const tests = await api.getTestApi()
    const [run] = await tests.getTestRuns(project, undefined, undefined, undefined, undefined, true)
    const [coverage] = await tests.getTestRunCodeCoverage(project, Number(run?.id), 1)
    expect(coverage?.modules?.[0]?.statistics?.linesCovered).toBeGreaterThan(0)
    const filter = { definitionIds: [2], buildCount: 3, branchNames: [], testRunTitles: [], publishContext: 'CI' }
    const trend = await tests.queryResultTrendForBuild(
      { ...filter, maxCompleteDate: new Date(), trendDays: 30 },
      project,
    )
    expect(trend).toHaveLength(3)
  })

  test('reads builds and their definitions', async () => {
    const build = await api.getBuildApi()
    const [definition] = await build.getDefinitions(project)
    const builds = await build.getBuilds(project, [Number(definition?.id)])
    expect(builds.length).toBeGreaterThan(0)
    expect(builds[0]?.finishTime).toBeInstanceOf(Date)
  })

  test('never makes the sandbox itself fail', () => {
    expect(standalone.reports).toEqual([])
  })
})
