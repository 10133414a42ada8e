/**
 * `npm test`: everything that must hold, in order of cost, up to the first step that fails. The last line counts the
 * tests that passed and failed; each step that holds no tests counts as one.
 */

import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { run } from './run.mjs'
import { runPlaywright, runVitest, summary } from './suites.mjs'

/** @typedef {import('./suites.mjs').Counts} Counts */

/** @param {boolean} holds @returns {Counts} */
const one = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1 })

/** @param {Counts[]} results @returns {Counts} */
const add = (results) =>
  results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }))

/** @param {string} script @returns {() => Promise<Counts>} */
const script = (script) => async () => one((await run(`npm run --silent ${script}`)) === 0)

/** Without a browser the last step cannot pass, so this is found out first. @returns {Promise<Counts>} */
async function browser() {
  if (findBrowser() === undefined) await run('playwright install chromium')
  const path = findBrowser()
  console.log(
    path ?? 'No Chromium was found and none could be installed: run `npx playwright install --with-deps chromium`.',
  )
  return one(path !== undefined)
}

/** @type {[string, () => Promise<Counts>][]} */
const steps = [
  ['A browser is there', browser],
  ['Format and lint', script('lint')],
  ['Types', script('typecheck')],
  ['Boundaries', script('boundaries')],
  ['Dead code', script('dead-code')],
  ['Unit and integration tests', () => runVitest()],
  ['Production build', async () => one(await build())],
  ['First-load JavaScript', script('budget')],
  ['End-to-end tests', runPlaywright],
]

// The tests bring their own databases and settings; those of the person who runs them stay out of it.
for (const name of ['DATABASE_URL', 'DATA_DIR', 'PORT', 'HOSTNAME', 'PUBLIC_URL']) delete process.env[name]

/** @type {Counts[]} */
const results = []
for (const [index, [name, step]] of steps.entries()) {
  const title = `[${index + 1}/${steps.length}] ${name}`
  console.log(`\n${title}`)
  const started = Date.now()
  const counts = await step()
  results.push(counts)
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${title}: ${counts.failed > 0 ? 'FAILED' : 'passed'} after ${seconds} s`)
  if (counts.failed > 0) break
}
const total = add(results)
console.log(`\n${summary(total)}`)
process.exit(total.failed > 0 ? 1 : 0)
