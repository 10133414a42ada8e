import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const kib = 1024

let folder: string

/** A build of two pages that share a script; sizes in KiB, of bytes that gzip cannot make fewer. */
async function writeBuild(sizes: { shared: number; sign_in: number; explorer: number }) {
  const manifest = (page: string, script: string) =>
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
     globalThis.__RSC_MANIFEST["${page}"] = {"entryJSFiles":{"layout":["shared.js"],"page":["shared.js","${script}"]}};`
  const files = {
    'build-manifest.json': JSON.stringify({ rootMainFiles: ['shared.js'] }),
    'app-path-routes-manifest.json': JSON.stringify({
      '/sign-in/page': '/sign-in',
      '/(workspace)/work-items/page': '/work-items',
      '/api/health/live/route': '/api/health/live',
    }),
    'server/app/sign-in/page_client-reference-manifest.js': manifest('/sign-in/page', 'sign-in.js'),
    'server/app/(workspace)/work-items/page_client-reference-manifest.js': manifest(
      '/(workspace)/work-items/page',
      'explorer.js',
    ),
    'shared.js': randomBytes(sizes.shared * kib),
    'sign-in.js': randomBytes(sizes.sign_in * kib),
    'explorer.js': randomBytes(sizes.explorer * kib),
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

const measured = (): Promise<{ code: number; lines: string[] }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, 'budget.mjs'), folder], (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, lines: stdout.trim().split('\n') }),
    )
  })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certboard-budget-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('pages within their budgets pass, the explorer with its larger one; a shared script counts once', async () => {
  await writeBuild({ shared: 100, sign_in: 50, explorer: 150 })
  const { code, lines } = await measured()
  expect(lines).toEqual([
    expect.stringMatching(/^\/work-items +250\.\d KiB of 260$/),
    expect.stringMatching(/^\/sign-in +150\.\d KiB of 175$/),
  ])
  expect(code).toBe(0)
})

test('a page over its budget fails and is named', async () => {
  await writeBuild({ shared: 100, sign_in: 80, explorer: 10 })
  const { code, lines } = await measured()
  expect(lines[0]).toMatch(/^\/sign-in .*OVER BUDGET$/)
  expect(code).toBe(1)
})

test('a build without pages fails, because nothing was measured', async () => {
  await writeFile(join(folder, 'build-manifest.json'), '{"rootMainFiles":[]}')
  await writeFile(join(folder, 'app-path-routes-manifest.json'), '{}')
  expect((await measured()).code).toBe(1)
})
