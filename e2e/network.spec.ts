/** The whole product without the in-process shortcut: real TLS, Microsoft's host names, a proxy, another process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import type { CheckEvent } from '#lib/connections/schema'
import { expect, test } from './fixtures'
import { signIn } from './journey'
import { type Server, startServer } from './server'

interface Ready {
  readonly proxy: string
  readonly caFile: string
  readonly clientId: string
  readonly certificateFile: string
  readonly tokenUrl: string
  readonly organizationUrl: string
  readonly projects: readonly string[]
}

let sandbox: ChildProcess
let ready: Ready
let server: Server

test.beforeAll(async () => {
  sandbox = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'bin/sandbox.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!sandbox.stdout) throw new Error('The sandbox has no output.')
  for await (const line of createInterface({ input: sandbox.stdout })) {
    ready = JSON.parse(line)
    break
  }
  const variables = { SANDBOX: 'off', HTTPS_PROXY: ready.proxy, NODE_EXTRA_CA_CERTS: ready.caFile }
  server = await startServer({ variables })
})

test.afterAll(async () => {
  await server.stop()
  sandbox.kill('SIGTERM')
})

async function post(page: Page, path: string, data: unknown) {
  const response = await page.request.post(`${server.url}${path}`, { headers: { origin: server.url }, data })
  expect(response.status(), await response.text()).toBe(200)
  return response
}

async function saveConnection(page: Page): Promise<string> {
  const file = (await readFile(ready.certificateFile)).toString('base64')
  const certificate = await (await post(page, '/api/certificates/import', { name: 'Network', file })).json()
  const { tokenUrl, clientId, organizationUrl } = ready
  const settings = { name: 'Network', tokenUrl, clientId, organization: organizationUrl, certificateId: certificate.id }
  const connection = await (await post(page, '/api/connections', settings)).json()
  return connection.id
}

test('a connection to Microsoft’s host names passes every check and reads work items', async ({ page }) => {
  await signIn(page, server)
  const connectionId = await saveConnection(page)

  const lines = await (await post(page, `/api/connections/${connectionId}/test`, {})).text()
  const events: CheckEvent[] = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.flatMap((event) => (event.type === 'checked' && event.verdict !== 'passed' ? [event] : []))).toEqual([])
  expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'passed' })

  const wiql = 'SELECT [System.Id], [System.Title] FROM WorkItems WHERE [System.TeamProject] = @project'
  const query = { connectionId, project: ready.projects[0], wiql }
  const { ids } = await (await post(page, '/api/work-items/search', query)).json()
  const batch = { connectionId, ids: ids.slice(0, 200), fields: ['System.Title'] }
  const { rows, missing } = await (await post(page, '/api/work-items/batch', batch)).json()
  expect(rows).toHaveLength(200)
  expect(missing).toEqual([])
})

test('where the sandbox is switched off nothing of it is offered', async ({ page }) => {
  await signIn(page, server)
  expect((await page.request.get(`${server.url}/api/sandbox`)).status()).toBe(404)
  await page.goto(`${server.url}/`)
  await expect(page.getByRole('link', { name: 'Sandbox' })).toHaveCount(0)
})
