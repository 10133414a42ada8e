/** `npm start` itself: what it refuses, how it ends, and what its first page loads. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '../bin/budget.mjs'
import { expect, test } from './fixtures'
import { startServer } from './server'

const root = join(import.meta.dirname, '..')

interface Ended {
  readonly code: number | null
  readonly stderr: string
}

/** Runs the command until it ends by itself. */
function start(variables: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/start.mjs'], { cwd: root, env: { ...process.env, ...variables } })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, stderr })))
}

let dataDir: string

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'certboard-start-'))
})

test.afterEach(() => rm(dataDir, { recursive: true, force: true }))

const refusals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PORT: { PORT: 'eighty' },
  LOG_LEVEL: { LOG_LEVEL: 'loud' },
  VAULT_KEYS: { VAULT_KEYS: 'short' },
  PUBLIC_URL: { PUBLIC_URL: 'certboard' },
}

for (const [name, variables] of Object.entries(refusals)) {
  test(`a bad ${name} ends the start with one sentence that names it, and exit code 1`, async () => {
    const { code, stderr } = await start({ PORT: '41999', DATA_DIR: dataDir, ...variables })
    expect(stderr.trim()).toMatch(new RegExp(`^${name} is not valid.*\\.$`))
    expect(code).toBe(1)
  })
}

test('a port in use ends the start with one sentence and exit code 1', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, stderr } = await start({ PORT: port, DATA_DIR: dataDir })
  other.close()
  expect(stderr.trim()).toMatch(new RegExp(`^Port ${port} is in use.*\\.$`))
  expect(code).toBe(1)
})

test('an unwritable data folder ends the start with one sentence and exit code 1', async () => {
  const { code, stderr } = await start({ PORT: '41998', DATA_DIR: join(root, 'package.json', 'data') })
  expect(stderr.trim()).toMatch(/^The data folder .*package\.json\/data cannot be written.*\.$/)
  expect(code).toBe(1)
})

test('secrets that nobody gave are kept where only the owner of the process reads them', async ({ server }) => {
  const { mode } = await stat(join(server.dataDir, 'secrets.json'))
  expect((mode & 0o777).toString(8)).toBe('600')
})

test('Ctrl-C ends a server even while a request goes on for ever', async () => {
  const server = await startServer()
  const unfinished = connect(Number(new URL(server.url).port), 'localhost').on('error', () => undefined)
  unfinished.write('POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
  await new Promise((resolve) => unfinished.once('ready', resolve))
  expect(await server.stop()).toBe(130)
  unfinished.destroy()
})

test('a page loads exactly the scripts that the budget counts', async ({ page }) => {
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname)
  })
  await page.goto('/sign-in', { waitUntil: 'load' })
  const counted = measure(join(root, '.next')).find(({ route }) => route === '/sign-in')
  expect(new Set(scripts)).toEqual(new Set(counted?.scripts.map((script) => `/_next/${script}`)))
})
