/**
 * `npm run test:postgres`: the tests that use a database once more, on the PostgreSQL server that DATABASE_URL names.
 * Which those are is not a list that could be forgotten: whatever asks for a `testDatabase` is one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'
import { runVitest, summary } from './suites.mjs'

const usesDatabase = (/** @type {string} */ file) =>
  file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes('testDatabase(')

if (!process.env.DATABASE_URL) {
  console.error('DATABASE_URL is not set; it says which PostgreSQL server to test on.')
  process.exit(1)
}
const files = ['lib', 'app', 'bin', 'e2e'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`),
)
const counts = await runVitest(files.filter(usesDatabase))
console.log(`\n${summary(counts)}`)
process.exit(counts.failed || counts.passed === 0 ? 1 : 0)
