import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

  test('never makes the sandbox itself fail', () => {
    expect(standalone.reports).toEqual([])
  })
})
