/**
 * The container image, without a container: its Dockerfile is read, what it copies is copied into an empty folder, and
 * what it runs is run there. So a file that the standalone build forgot is missed here and not in production.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { startServer } from './server'

const root = join(import.meta.dirname, '..')

interface Image {
  /** Paths in our checkout and where the image has them, relative to its working folder. */
  readonly copies: readonly (readonly [from: string, to: string])[]
  readonly command: readonly string[]
  readonly variables: Readonly<Record<string, string>>
}

/** Reads the last stage of the Dockerfile. */
async function readImage(): Promise<Image> {
  const stage = (await readFile(join(root, 'Dockerfile'), 'utf8')).split(/^FROM /m).at(-1) ?? ''
  const copies = [...stage.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)].map(
    ([, from = '', to = '']) => [from, to] as const,
  )
  const command: string[] = JSON.parse(/^CMD (\[.+\])$/m.exec(stage)?.[1] ?? '[]')
  const settings = /^ENV (.+)$/m.exec(stage)?.[1] ?? ''
  return { copies, command, variables: Object.fromEntries(settings.split(' ').map((pair) => pair.split('='))) }
}

let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certboard-image-'))
  for (const [from, to] of (await readImage()).copies) await cp(join(root, from), join(folder, to), { recursive: true })
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('the image listens on every address, keeps its data in its volume and runs as nobody special', async () => {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8')
  const { variables } = await readImage()
  expect(variables).toMatchObject({ HOSTNAME: '0.0.0.0', DATA_DIR: '/data' })
  expect(dockerfile).toMatch(/^VOLUME \/data$/m)
  expect(dockerfile).toMatch(/^USER node$/m)
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\/api\/health\/live/m)
})

test('what the image holds starts on its own, reads a table, and serves its pages and scripts', async () => {
  const { command } = await readImage()
  const [, file = ''] = command
  const server = await startServer({ program: { file, folder }, variables: { HOSTNAME: '0.0.0.0' } })
  try {
    expect(await (await fetch(`${server.url}/api/health/ready`)).json()).toEqual({ status: 'ready' })
    const page = await (await fetch(`${server.url}/sign-in`)).text()
    const [, script] = /<script src="(\/_next\/static\/[^"]+)"/.exec(page) ?? []
    expect((await fetch(`${server.url}${script}`)).status).toBe(200)
  } finally {
    await server.stop()
  }
})

test('a new sign-in link can be made inside the image', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'certboard-link-'))
  const env = { ...process.env, DATA_DIR: dataDir, PUBLIC_URL: 'https://certboard.example.com' }
  const { stdout } = await promisify(execFile)(process.execPath, ['sign-in-link.mjs'], { cwd: folder, env })
  await rm(dataDir, { recursive: true })
  expect(stdout).toMatch(/^https:\/\/certboard\.example\.com\/sign-in\?key=\S+\n$/)
})
