/**
 * What no linter and no import rule can say about our source. Each rule is tried on a planted violation first, so that
 * it is known to be able to fail. It stands in bin/ with the other gates: lib/ holds only what the product itself does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface File {
  readonly path: string
  readonly source: string
}

const files: readonly File[] = ['app', 'lib', 'bin', 'e2e', 'proxy.ts', 'instrumentation.ts']
  .flatMap((place) =>
    place.includes('.')
      ? [place]
      : readdirSync(join(root, place), { recursive: true }).map((name) => `${place}/${name}`),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))

/** The judges of the sandbox and the faults of a connection, with what they need, are tests too. */
const isTest = (path: string) => /\.(test|spec)\.tsx?$|^lib\/sandbox\/judges\/|^lib\/connections\/faults\//.test(path)
const isFeature = (path: string) => /^lib\/(?!platform\/|sandbox\/)[^/]+\/.+\.ts$/.test(path) && !isTest(path)

/** May the browser load it? Then it cannot say 'server-only'. */
const isClientSafe = (path: string) =>
  /^lib\/.+\/schema\.ts$|^lib\/platform\/(addresses|errors|notations|wiql|testing)\//.test(path)

/** Features' files that a screen or route may import although they ask for no role, and why. */
const withoutRole: Readonly<Record<string, string>> = {
  'lib/activity/record.ts': 'writes down what a member did who was allowed to',
  'lib/certificates/key-vault.ts': 'opens key vaults for verbs that asked for the role',
  'lib/certificates/signer.ts': 'signs for a connection that the member was already allowed to use',
  'lib/connections/draft-settings.ts': 'reads half-typed values and nothing else',
  'lib/connections/elsewhere/texts.ts': 'prints settings that the member was already shown',
  'lib/connections/link.ts': 'a shape, not a verb',
  'lib/certificates/expiry/notice.ts': 'words about a certificate, whoever may see it',
  'lib/connections/report/links/open.ts': 'lets in whoever has the secret of a link',
  'lib/connections/rotation/record-previous-use.ts': 'writes down what happened by itself',
  'lib/connections/schedule/claim-due.ts': 'finds what is due, on behalf of nobody',
  'lib/connections/schedule/light-notice.ts': 'words what a test came to and reads nothing',
  'lib/reminders/forget.ts': 'clears up, on behalf of nobody',
  'lib/reminders/notify.ts': 'tells what happened by itself, on behalf of nobody',
  'lib/reminders/senders.ts': 'ways to send, which verbs are handed',
  'lib/setup/commands/command.ts': 'a shape, not a verb',
  'lib/setup/commands/commands-for.ts': 'fills in commands and reads nothing',
  'lib/setup/guide.ts': 'fills in the pages of the steps and reads nothing',
  'lib/setup/hand-offs/open.ts': 'lets in whoever has the secret of a link',
  'lib/setup/hand-offs/report.ts': 'lets in whoever has the secret of a link',
  'lib/setup/progress.ts': 'follows checks that asked for the role',
  'lib/setup/step-states.ts': 'judges checks that asked for the role',
  'lib/workspace/sign-in.ts': 'makes somebody a member',
  'lib/workspace/sign-in-link.ts': 'is printed before anybody is a member',
  'lib/workspace/store.ts': 'finds the member of a session',
}

/** The features' files that app/ imports: those are the verbs. */
const verbs = new Set(
  files
    .filter(({ path }) => path.startsWith('app/'))
    .flatMap(({ source }) => [...source.matchAll(/'#(lib\/[^']+)'/g)].map(([, name]) => `${name}.ts`))
    .filter((path) => isFeature(path) && !path.endsWith('/schema.ts')),
)

const httpMethods = /^export (?:async )?(?:const|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(?! = route\()/m

interface Rule {
  readonly breaks: (file: File) => boolean
  readonly planted: File
}

const rules: Readonly<Record<string, Rule>> = {
  'lib/ renders nothing': {
    breaks: ({ path }) => path.startsWith('lib/') && path.endsWith('.tsx'),
    planted: { path: 'lib/alpha/panel.tsx', source: '' },
  },
  'there are no server actions': {
    breaks: ({ source }) => /^\s*['"]use server['"]/m.test(source),
    planted: { path: 'app/page.tsx', source: "async function save() {\n  'use server'\n}" },
  },
  'server code in lib/ says so in its first statement': {
    breaks: ({ path, source }) =>
      path.startsWith('lib/') &&
      path.endsWith('.ts') &&
      !isClientSafe(path) &&
      !isTest(path) &&
      !/^(\/\*\*[\s\S]*?\*\/\s*)?import 'server-only'/.test(source),
    planted: { path: 'lib/alpha/get.ts', source: "import { z } from 'zod'\nimport 'server-only'" },
  },
  'settings are read in one place': {
    breaks: ({ path, source }) =>
      source.includes('process.env') &&
      !/^(bin|e2e)\/|^lib\/platform\/(env\.ts|testing\/)|^(proxy|instrumentation)\.ts$/.test(path) &&
      !isTest(path),
    planted: { path: 'lib/alpha/get.ts', source: 'const { DATA_DIR } = process.env' },
  },
  'what app/ calls in a feature asks for a role': {
    breaks: ({ path, source }) => verbs.has(path) && !(path in withoutRole) && !source.includes('requireRole('),
    planted: {
      path: 'lib/connections/remove.ts',
      source: 'export const removeConnection = (member: Member) => member',
    },
  },
  'every route handler is made by route()': {
    breaks: ({ path, source }) => /^app\/api\/(.+\/)?route\.ts$/.test(path) && httpMethods.test(source),
    planted: { path: 'app/api/alpha/route.ts', source: 'export async function POST() {}' },
  },
  'tests mock no module': {
    breaks: ({ path, source }) => isTest(path) && /\bvi\.(do)?[mM]ock\(/.test(source),
    planted: { path: 'lib/alpha/get.test.ts', source: ['vi', "mock('./store')"].join('.') },
  },
  'no test is skipped, put off or run alone': {
    breaks: ({ path, source }) =>
      isTest(path) && /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|fixme|fails|skipIf|runIf)\b/.test(source),
    planted: { path: 'e2e/alpha.spec.ts', source: ['test', "only('works')"].join('.') },
  },
  'a file fits in a head: at most 300 lines': {
    breaks: ({ source }) => source.split('\n').length > 301,
    planted: { path: 'lib/alpha/get.ts', source: '\n'.repeat(400) },
  },
}

describe.each(Object.entries(rules))('%s', (_, { breaks, planted }) => {
  test('a planted violation is caught', () => {
    expect(breaks(planted)).toBe(true)
  })

  test('holds in our source', () => {
    expect(files.filter(breaks).map(({ path }) => path)).toEqual([])
  })
})

test('all of the source was read', () => {
  expect(files.length).toBeGreaterThan(150)
  expect(verbs.size).toBeGreaterThan(10)
})

test('who is exempt from asking for a role still exists', () => {
  expect(Object.keys(withoutRole).filter((path) => !verbs.has(path))).toEqual([])
})
