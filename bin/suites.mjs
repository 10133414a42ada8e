import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {Counts} counts @returns {string} the last line of every test command */
export const summary = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/**
 * Runs a test program that writes a JSON report, and counts what the report says. A program that fails for a reason
 * outside any test (a file that does not load, no report at all) counts as one failure.
 * @template Report
 * @param {(report: string) => Promise<number>} start gets the report's path, returns the exit code
 * @param {(report: Report) => Counts} read
 * @returns {Promise<Counts>}
 */
async function count(start, read) {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-report-'))
  const report = join(folder, 'report.json')
  try {
    const code = await start(report)
    const counts = code === 0 ? read(JSON.parse(readFileSync(report, 'utf8'))) : readOrNone(report, read)
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @template Report @param {string} report @param {(report: Report) => Counts} read @returns {Counts} */
function readOrNone(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** @param {string[]} [files] all unit and integration tests if none is named @param {Record<string, string | undefined>} [variables] */
export const runVitest = (files = [], variables = {}) =>
  count(
    (report) =>
      run(`vitest run ${files.join(' ')} --reporter=default --reporter=json --outputFile.json=${report}`, variables),
    (/** @type {{ numPassedTests: number, numFailedTests: number }} */ report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  )

export const runPlaywright = () =>
  count(
    (report) => run('playwright test -c e2e --reporter=list,json', { PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    (/** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */ { stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    }),
  )
