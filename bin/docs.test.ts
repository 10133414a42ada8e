/** The documents keep their word: what they name exists, and the settings they list are the settings there are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { envSchema } from '#lib/platform/env'
import packageJson from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/faults.md']
const read = (document: string) => readFileSync(join(root, document), 'utf8')

const npmsOwn = ['ci']
const missingCommands = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in packageJson.scripts) && !npmsOwn.includes(name))

/** Links, and names in code that look like paths of ours; `<name>` and `…` stand for something. */
const pathsIn = (text: string): string[] =>
  [
    ...[...text.matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.includes('://')),
    ...[...text.matchAll(/`((?:app|lib|bin|e2e|public|\.ci)\/[^`\s]*|\.?[\w-]+\.(?:mjs|json|yaml|md))`/g)].map(
      ([, path = '']) => path,
    ),
  ].filter((path) => !/[<{…]/.test(path))

/** Named in the documents, but made by the running product. */
const made = new Set(['secrets.json', 'sign-in-link.mjs'])
const missingPaths = (text: string): string[] =>
  pathsIn(text).filter((path) => !made.has(path) && !existsSync(join(root, path)))

function rowOf([name, schema]: [string, z.ZodType]): string {
  const fallback: unknown = schema.safeParse(undefined).data
  return `| \`${name}\` | ${fallback === undefined ? '' : `\`${String(fallback)}\``} | ${schema.description} |`
}

describe.each(documents)('%s', (document) => {
  test('names only commands that exist', () => {
    expect(missingCommands(read(document))).toEqual([])
  })

  test('names only files that exist', () => {
    expect(missingPaths(read(document))).toEqual([])
  })
})

test('a command or file that does not exist is noticed', () => {
  expect(missingCommands('Type `npm run dance` or `npm start`.')).toEqual(['dance'])
  expect(missingPaths('See [there](docs/none.md), `lib/none.ts`, `none.yaml`, `lib/platform/env.ts`.')).toEqual([
    'docs/none.md',
    'lib/none.ts',
    'none.yaml',
  ])
})

test('the README lists every setting with its default and meaning, and no other', () => {
  const rows = read('README.md').match(/^\| `[A-Z_]+` \|.*$/gm)
  expect(rows).toEqual(Object.entries(envSchema.shape).map(rowOf))
})
