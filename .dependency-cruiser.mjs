/**
 * The import rules of CONTRIBUTING, checked by `npm run boundaries`. For every rule there is a planted violation in
 * bin/boundaries.test.ts. TypeScript 7 has no compiler API: .ts and .tsx files are scanned only if @swc/core is installed,
 * and then by a forgiving parser, because with `parser: 'swc'` .tsx files are not understood. That parser takes the word
 * “import” in a sentence for one, and gives such an import the name ✖; a test shows that it misses no real one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const feature = '^lib/(?!platform/|sandbox/)([^/]+)/'
const test =
  '[.]test[.]tsx?$|/test-client[.]ts$|^lib/platform/testing/|^lib/sandbox/judges/|^lib/connections/faults/|^e2e/'
const clientSafe = '^lib/.+/schema[.]ts$|^lib/platform/(addresses|errors|notations|wiql)/'

/** @param {string} text */
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The files in which the browser's part begins: everything of _ui and _query, and what says 'use client'. */
function clientEntries() {
  const files = readdirSync('app', { recursive: true }).map((file) => `app/${file}`)
  const marked = files.filter(
    (file) => /[.]tsx?$/.test(file) && /^['"]use client['"]/.test(readFileSync(join(file), 'utf8')),
  )
  return ['^app/_(ui|query)/', ...marked.map((file) => `^${literally(file)}$`)].join('|')
}

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'A cycle hides which of two files needs the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-without-framework',
      comment: 'If it renders or routes, it is in app/; if it decides, it is in lib/.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: ['^app/', '(^|node_modules/)(react|react-dom|next)(/|$)'] },
    },
    {
      name: 'features-are-strangers',
      comment: 'Features never import each other; app composes them, handing in what they need.',
      severity: 'error',
      from: { path: feature },
      to: { path: feature, pathNot: '^lib/$1/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'lib/platform is what all features stand on.',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: feature },
    },
    {
      name: 'ground-floor',
      comment: 'errors, env and access import nothing of ours but errors.',
      severity: 'error',
      from: { path: '^lib/platform/(errors/|env[.]ts$|access[.]ts$)', pathNot: test },
      to: { path: '^(app|lib|bin|e2e)/', pathNot: '^lib/platform/errors/' },
    },
    {
      name: 'sandbox-is-an-island',
      comment: 'The sandbox is an implementation of its own, so that our mistakes are not mirrored in it.',
      severity: 'error',
      from: { path: '^lib/sandbox/', pathNot: test },
      to: { path: '^(app|lib|bin|e2e)/', pathNot: '^lib/sandbox/|^lib/platform/wiql/' },
    },
    {
      name: 'sandbox-unknown-to-production',
      comment: 'Only the composition root, the sandbox over HTTP, commands and tests know that there is a sandbox.',
      severity: 'error',
      from: { pathNot: `^lib/sandbox/|^app/_server/|^app/sandbox/|^bin/|${test}` },
      to: { path: '^lib/sandbox/' },
    },
    {
      name: 'client-reaches-client-safe',
      comment:
        'What runs in the browser reaches in lib/ only schemas, addresses, errors, notations and WIQL, and nothing of app/_server.',
      severity: 'error',
      from: { path: clientEntries(), pathNot: test },
      to: { path: '^lib/|^app/_server/', pathNot: clientSafe, reachable: true },
    },
    {
      name: 'client-safe-stays-client-safe',
      comment: 'What the browser may reach imports nothing of ours that it may not, not even a type.',
      severity: 'error',
      from: { path: clientSafe, pathNot: test },
      to: { path: '^(app|lib)/', pathNot: clientSafe },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Buttons, fields, tables and notices serve every feature.',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: ['^app/(?!_ui/|_query/problem[.]ts$)', feature] },
    },
    {
      name: 'screens-on-top',
      comment: 'What all screens share imports no screen.',
      severity: 'error',
      from: { path: '^app/_(ui|query|server|setup)/' },
      to: { path: '^app/(?!_)' },
    },
    {
      name: 'proxy-stands-alone',
      comment: 'proxy.ts runs before everything and shares no module with it.',
      severity: 'error',
      from: { path: '^proxy[.]ts$' },
      to: { path: '^(app|lib)/' },
    },
    {
      name: 'tests-not-in-production',
      comment: 'Production code needs no test, no test helper and no command.',
      severity: 'error',
      from: { path: '^(app|lib)/|^(proxy|instrumentation)[.]ts$', pathNot: test },
      to: { path: `${test}|^bin/` },
    },
    {
      name: 'no-dev-dependency-in-production',
      comment: 'Whatever runs in production is in "dependencies".',
      severity: 'error',
      from: { path: '^(app|lib)/|^(proxy|instrumentation)[.]ts$', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  required: [
    {
      name: 'server-only',
      comment: 'Server code that a browser bundle takes in by mistake must break the build, not leak.',
      severity: 'error',
      module: { path: '^lib/.+[.]tsx?$', pathNot: `${clientSafe}|${test}` },
      to: { path: 'server-only' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]css$|^✖$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
