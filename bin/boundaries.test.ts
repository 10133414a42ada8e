/** The boundaries gate can fail: for every rule of .dependency-cruiser.mjs there is a planted violation that it catches. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import config from '../.dependency-cruiser.mjs'

const root = join(import.meta.dirname, '..')

const report = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ module: z.string(), resolved: z.string() })),
    }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    totalCruised: z.number(),
  }),
})

/** Runs the gate as `npm run boundaries` does, but for the form of its report. */
function cruise(folder: string, paths: readonly string[]): Promise<z.infer<typeof report>> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [program, ...paths, '--output-type', 'json'], options, (_, stdout, stderr) => {
      try {
        resolve(report.parse(JSON.parse(stdout)))
      } catch (cause) {
        reject(new Error(stderr || stdout.slice(0, 500), { cause }))
      }
    })
  })
}

type Files = Readonly<Record<string, string>>

/** Lays the files into a folder of their own, under our settings and packages, and returns what the gate says. */
async function violationsIn(files: Files): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'certboard-boundaries-'))
  try {
    for (const name of ['.dependency-cruiser.mjs', 'package.json']) await copyFile(join(root, name), join(folder, name))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, source] of Object.entries(files)) {
      await mkdir(join(folder, dirname(path)), { recursive: true })
      await writeFile(join(folder, path), source)
    }
    const { summary } = await cruise(folder, ['app', 'lib', 'proxy.ts'])
    return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const server = (source = '') => `import 'server-only'\n${source}\nexport const value = 1\n`
const plain = (source = '') => `${source}\nexport const value = 1\n`

/** A small tree in which every import is a permitted one. */
const permitted: Files = {
  'proxy.ts': plain("import 'next/server'"),
  'app/page.tsx': plain("import '#server/session'\nimport './(workspace)/panel'"),
  'app/(workspace)/panel.tsx': plain("'use client'\nimport '#query/alpha'\nimport '#ui/button'"),
  'app/_server/session.ts': server("import '#lib/alpha/get'\nimport '#lib/sandbox/index'"),
  'app/_query/alpha.ts': plain("import '#lib/alpha/schema'"),
  'app/_ui/button.tsx': plain("import 'react'\nimport '#lib/platform/errors/index'"),
  'app/sandbox/route.ts': plain("import '#lib/sandbox/index'"),
  'lib/alpha/schema.ts': plain("import 'zod'\nimport '#lib/platform/errors/index'"),
  'lib/alpha/get.ts': server("import './schema'\nimport '#lib/platform/http/fetch'\nimport '#lib/platform/wiql/parse'"),
  'lib/alpha/get.test.ts': plain("import './get'\nimport 'vitest'\nimport '#lib/sandbox/index'"),
  'lib/beta/get.ts': server(),
  'lib/beta/schema.ts': plain(),
  'lib/sandbox/index.ts': server("import '#lib/platform/wiql/parse'"),
  'lib/platform/env.ts': server(),
  'lib/platform/errors/index.ts': plain(),
  'lib/platform/http/fetch.ts': server("import '../env'"),
  'lib/platform/testing/database.ts': plain("import 'vitest'\nimport '../http/fetch'"),
  'lib/platform/wiql/parse.ts': plain(),
}

/** For each rule, files that break it and no other rule. */
const planted: Readonly<Record<string, Files>> = {
  'no-cycle': { 'lib/alpha/egg.ts': server("import './hen'") },
  resolvable: { 'lib/alpha/lost.ts': server("import '#lib/alpha/nowhere'") },
  'lib-without-framework': {
    'lib/alpha/react.ts': server("import 'react'"),
    'lib/alpha/next.ts': server("import 'next/headers'"),
    'lib/alpha/screen.ts': server("import '../../app/page'"),
  },
  'features-are-strangers': {
    'lib/alpha/alias.ts': server("import '#lib/beta/get'"),
    'lib/alpha/relative.ts': server("import '../beta/get'"),
    'lib/alpha/dynamic.ts': server("export const load = () => import('#lib/beta/get')"),
    'lib/alpha/type-only.ts': server("import type { value as other } from '#lib/beta/get'"),
  },
  'platform-knows-no-feature': { 'lib/platform/http/feature.ts': server("import '#lib/alpha/get'") },
  'ground-floor': { 'lib/platform/access.ts': server("import '#lib/platform/http/fetch'") },
  'sandbox-is-an-island': { 'lib/sandbox/mirror.ts': server("import '#lib/platform/http/fetch'") },
  'sandbox-unknown-to-production': {
    'lib/alpha/practice.ts': server("import '#lib/sandbox/index'"),
    'app/(workspace)/practice.ts': plain("import '#lib/sandbox/index'"),
  },
  'client-reaches-client-safe': {
    'app/(workspace)/leak.tsx': plain("'use client'\nimport '#lib/alpha/get'"),
    'app/(workspace)/leak-by-way.tsx': plain("'use client'\nimport './way'"),
    'app/_query/leak.ts': plain("import '#server/session'"),
  },
  'client-safe-stays-client-safe': { 'lib/gamma/schema.ts': plain("import '#lib/platform/env'") },
  'ui-knows-no-feature': {
    'app/_ui/schema.tsx': plain("import '#lib/alpha/schema'"),
    'app/_ui/query.tsx': plain("import '#query/alpha'"),
  },
  'screens-on-top': { 'app/_server/screen.ts': server("import '../(workspace)/way'") },
  'proxy-stands-alone': { 'proxy.ts': plain("import './lib/platform/env'") },
  'tests-not-in-production': { 'lib/alpha/helped.ts': server("import '#lib/platform/testing/database'") },
  'no-dev-dependency-in-production': { 'lib/alpha/dev.ts': server("import 'vitest'") },
  'server-only': { 'lib/alpha/open.ts': plain() },
}

/** Innocent themselves: half of a cycle, and a way by which a client component could come to server code. */
const bystanders: Files = {
  'lib/alpha/egg.ts': server(),
  'lib/alpha/hen.ts': server("import './egg'"),
  'app/(workspace)/way.ts': plain("import '#lib/beta/get'"),
}

test('what is permitted passes', async () => {
  expect(await violationsIn({ ...permitted, ...bystanders })).toEqual([])
})

test('every rule has a planted violation', () => {
  const rules = [...config.forbidden, ...config.required].map(({ name }) => name)
  expect(new Set(Object.keys(planted))).toEqual(new Set(rules))
})

test('each planted violation is caught by the rule named for it, and by no other', async () => {
  const files = Object.assign({}, permitted, bystanders, ...Object.values(planted))
  const expected = Object.entries(planted).flatMap(([rule, own]) => Object.keys(own).map((path) => `${path}: ${rule}`))
  expect(new Set(await violationsIn(files))).toEqual(new Set(expected))
})

/** But for `export type … from './file'`: the gate overlooks those, and within one folder they cross no boundary. */
const importStatement =
  /^(?!export type [^;]*? from '\.\/[^/']+'$)(?:import|export)\b(?:[^'"`;]*?\bfrom)? ['"]([^'"]+)['"]/gm

test('the gate sees every import statement of our own tree, and follows the #lib names', async () => {
  const { modules, summary } = await cruise(root, ['app', 'lib'])
  const ours = modules.filter(({ source }) => /^(app|lib)\/.*\.tsx?$/.test(source))
  const missed = ours.flatMap(({ source, dependencies }) => {
    const seen = new Set(dependencies.map(({ module }) => module))
    const written = [...readFileSync(join(root, source), 'utf8').matchAll(importStatement)].map(([, name = '']) => name)
    return written
      .filter((name) => !seen.has(name) && !name.endsWith('.css') && !name.startsWith('node:'))
      .map((name) => `${source}: ${name}`)
  })
  const named = modules.flatMap(({ dependencies }) => dependencies).filter(({ module }) => module.startsWith('#lib/'))
  expect(missed).toEqual([])
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(({ resolved }) => !resolved.startsWith('lib/'))).toEqual([])
  expect(summary.totalCruised).toBeGreaterThan(100)
})
