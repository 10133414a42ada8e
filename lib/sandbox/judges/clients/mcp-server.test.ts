import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valueAt } from '../example-call'
import { type InstalledServer, installMcpServer, startMcpServer } from './mcp-server'
import { clientEnvironment, startForClients, tokenFor } from './standalone'

const project = 'Storefront'

let standalone: Awaited<ReturnType<typeof startForClients>>
let installed: InstalledServer | undefined
let server: ReturnType<typeof startMcpServer> | undefined

beforeAll(async () => {
  standalone = await startForClients()
  installed = await installMcpServer()
  if (!installed) return
  const token = await tokenFor(standalone)
  server = startMcpServer(installed.program, { ...clientEnvironment(standalone.ready), ADO_MCP_AUTH_TOKEN: token })
  await server.initialize()
}, 240_000)

afterAll(async () => {
  server?.stop()
  installed?.remove()
  await standalone.stop()
})

/** Without the lines that the server puts around whatever comes from outside. */
const told = (text: string): string => (text.startsWith('<<') ? text.split('\n').slice(1, -1).join('\n') : text)

/** The answer of a tool, which is JSON; undefined if there is no server to ask. */
async function ask(tool: string, parameters: object): Promise<unknown> {
  if (!server) return undefined
  const { text, isError } = await server.call(tool, parameters)
  if (isError) throw new Error(text)
  return JSON.parse(told(text))
}

/** Says in the report that nothing was shown where the registry could not be reached. */
const shown = (annotate: (message: string) => unknown): boolean => {
  if (!server) annotate('skipped, the package could not be installed')
  return server !== undefined
}

describe('Microsoft’s @azure-devops/mcp, unmodified, over stdio and through the proxy', () => {
  test('reads items, one and several, with their comments and revisions', async ({ annotate }) => {
    if (!shown(annotate)) return
    expect(await ask('wit_work_item', { action: 'get', project, id: 1 })).toMatchObject({ id: 1 })
    const several = await ask('wit_work_item', { action: 'get_batch', project, ids: [1, 2] })
    expect(several).toMatchObject([{ id: 1 }, { id: 2 }])
    const revisions = await ask('wit_work_item', { action: 'list_revisions', project, workItemId: 1 })
    expect(revisions).toEqual(expect.arrayContaining([expect.objectContaining({ rev: 1 })]))
    expect(await ask('wit_work_item', { action: 'list_comments', project, workItemId: 1 })).toHaveProperty('comments')
    expect(await ask('wit_work_item', { action: 'get_type', project, workItemType: 'Bug' })).toMatchObject({
      name: 'Bug',
    })
  })

  test('runs queries', async ({ annotate }) => {
    if (!shown(annotate)) return
    const wiql = 'SELECT [System.Id] FROM WorkItems ORDER BY [System.Id]'
    expect(await ask('wit_query', { action: 'wiql', project, wiql, top: 2 })).toMatchObject({ workItems: [{}, {}] })
  })

  test('creates an item, changes it, gives it children, and comments on it', async ({ annotate }) => {
    if (!shown(annotate)) return
    const fields = [{ name: 'System.Title', value: 'Made over stdio' }]
    const made = await ask('wit_work_item_write', { action: 'create', project, workItemType: 'User Story', fields })
    const id = Number(Object.entries(made ?? {}).find(([name]) => name === 'id')?.[1])
    const updates = [{ op: 'replace', path: '/fields/System.Title', value: 'Changed over stdio' }]
    const changed = await ask('wit_work_item_write', { action: 'update', project, id, updates })
    expect(changed).toMatchObject({ rev: 2, fields: { 'System.Title': 'Changed over stdio' } })
    const items = [{ title: 'A first child', description: 'To do' }]
    const child = { action: 'add_child', project, parentId: id, workItemType: 'Task', items }
    expect(await ask('wit_work_item_write', child)).toMatchObject({ count: 1, value: [{ code: 200 }] })
    const batch = { action: 'update_batch', batchUpdates: [{ id, path: '/fields/System.State', value: 'Active' }] }
    expect(await ask('wit_work_item_write', batch)).toMatchObject({ value: [{ code: 200 }] })
    const comment = { action: 'add', project, workItemId: id, text: 'A comment over stdio' }
    expect(await ask('wit_work_item_comment_write', comment)).toMatchObject({ workItemId: id })
  })

  test('links items and unlinks them', async ({ annotate }) => {
    if (!shown(annotate)) return
    const updates = [{ id: 1, linkToId: 3, type: 'related' }]
    expect(await ask('wit_work_item_link_write', { action: 'link', project, updates })).toBeDefined()
    const unlink = { action: 'unlink', project, id: 1, type: 'related' }
    expect(await server?.call('wit_work_item_link_write', unlink)).toMatchObject({ isError: false })
  })

  test('searches items by words', async ({ annotate }) => {
    if (!shown(annotate)) return
    const wanted = { searchText: 'the', project: [project], state: ['New', 'Active'], includeFacets: true, top: 3 }
    const found = await ask('search_workitem', wanted)
    expect(found).toMatchObject({ results: [{ project: { name: project } }, {}, {}], infoCode: 0 })
    expect(found).toHaveProperty('facets.System\\.State')
  })

  test('reads files, folders and branches of a repository', async ({ annotate }) => {
    if (!shown(annotate)) return
    const repositoryId = 'storefront-web'
    const file = { action: 'get_content', project, repositoryId, path: '/README.md' }
    const content = await server?.call('repo_file', file)
    expect(content?.text).toContain('# storefront-web')
    const folder = { action: 'list_directory', project, repositoryId, path: '/', recursive: true, recursionDepth: 2 }
    const listed = await server?.call('repo_file', folder)
    expect(listed).toMatchObject({ isError: false })
    expect(listed?.text).toContain('/src/cart')
    const branches = await ask('repo_branch', { action: 'list', project, repositoryId })
    expect(branches).toContain('main')
  })

  test('reads pull requests with their labels, files and threads, and finds them by commits', async ({ annotate }) => {
    if (!shown(annotate)) return
    const repositoryId = 'storefront-web'
    const all = await ask('repo_pull_request', { action: 'list', project, repositoryId, status: 'Completed', top: 1 })
    const pullRequestId = valueAt(all, '0.pullRequestId')
    const one = { project, repositoryId, pullRequestId }
    const details = { includeWorkItemRefs: true, includeLabels: true, includeChangedFiles: true }
    const read = await ask('repo_pull_request', { action: 'get', ...one, ...details })
    expect(read).toMatchObject({ pullRequestId, labelSummary: {}, changedFilesSummary: { nextSkip: 0 } })
    expect(valueAt(read, 'changedFilesSummary.fileCount')).toBeGreaterThan(0)
    const commits = [valueAt(read, 'lastMergeCommit.commitId')]
    const by = { action: 'list_by_commits', project, repository: repositoryId, commits }
    expect(await ask('repo_pull_request', by)).toMatchObject({
      results: [{ [String(commits[0])]: [{ pullRequestId }] }],
    })
    const threads = await ask('repo_pull_request_thread', { action: 'list', ...one })
    const threadId = valueAt(threads, '0.id')
    expect(await ask('repo_pull_request_thread', { action: 'list_comments', ...one, threadId })).toMatchObject([
      { id: 1 },
    ])
  })

  test('reads builds, their logs, changes and artifacts, and the runs of pipelines', async ({ annotate }) => {
    if (!shown(annotate)) return
    const builds = await ask('pipelines_build', { action: 'list', project, resultFilter: 2, definitions: [2], top: 1 })
    const build = { project, buildId: valueAt(builds, '0.id') }
    expect(await ask('pipelines_build', { action: 'get_changes', ...build })).toHaveLength(1)
    const logs = await ask('pipelines_build_log', { action: 'list', ...build })
    const log = { ...build, logId: valueAt(logs, '0.id'), startLine: 1, endLine: 2 }
    expect(await ask('pipelines_build_log', { action: 'get_content', ...log })).toHaveLength(2)
    expect(await ask('pipelines_artifact', { action: 'list', ...build })).toMatchObject([{ name: 'drop' }])
    const definitions = await ask('pipelines_definition', { action: 'list', project, repositoryId: 'storefront-web' })
    const definitionId = valueAt(definitions, '0.id')
    const revisions = await ask('pipelines_definition', { action: 'list_revisions', project, definitionId })
    expect(revisions).toMatchObject([{ revision: 1 }])
    const run = { project, pipelineId: 2, runId: build.buildId }
    expect(await ask('pipelines_run', { action: 'get', ...run })).toMatchObject({ id: build.buildId })
  })

  test('reads the results of a build’s tests by outcome', async ({ annotate }) => {
    if (!shown(annotate)) return
    const builds = await ask('pipelines_build', { action: 'list', project, resultFilter: 2, definitions: [2], top: 1 })
    const wanted = { project, buildid: valueAt(builds, '0.id'), outcomes: ['NotExecuted'] }
    expect(await ask('testplan_show_test_results_from_build_id', wanted)).toHaveLength(2)
  })

  test('never makes the sandbox itself fail', () => {
    expect(standalone.reports).toEqual([])
  })
})
