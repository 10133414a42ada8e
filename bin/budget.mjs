/**
 * `npm run budget [folder]`: how much JavaScript each page of the production build loads before it can be used, and
 * whether that stays within the budget. Read from the manifests by which Next writes its script tags; an end-to-end
 * test compares the numbers with what Chromium really loads.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

/** @typedef {{ route: string, scripts: string[], kib: number, budget: number }} Page */

/** KiB after gzip. The explorer brings a table and a virtual list with it; every other page is plain. */
const budgetOf = (/** @type {string} */ route) => (route.split('/').includes('work-items') ? 260 : 175)

/** @param {string} folder a `.next` folder @param {string} name */
const readJson = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** @param {string} folder @param {string} page @returns {string[]} the scripts of the page and all layouts around it */
function entryScripts(folder, page) {
  const globals = {}
  runInNewContext(readFileSync(join(folder, `server/app${page}_client-reference-manifest.js`), 'utf8'), globals)
  return Object.values(globals.__RSC_MANIFEST[page].entryJSFiles).flat()
}

/** @param {string} folder a `.next` folder @returns {Page[]} heaviest first; sizes in KiB after gzip */
export function measure(folder) {
  const { rootMainFiles } = readJson(folder, 'build-manifest.json')
  const pages = Object.entries(readJson(folder, 'app-path-routes-manifest.json')).filter(([page]) =>
    page.endsWith('/page'),
  )
  return pages
    .map(([page, route]) => {
      const scripts = [...new Set([...rootMainFiles, ...entryScripts(folder, page)])]
      const bytes = scripts.map((script) => gzipSync(readFileSync(join(folder, script))).length)
      return { route, scripts, kib: bytes.reduce((sum, size) => sum + size, 0) / 1024, budget: budgetOf(route) }
    })
    .sort((a, b) => b.kib - a.kib)
}

/** @param {Page} page */
const line = ({ route, kib, budget }) =>
  `${route.padEnd(40)} ${kib.toFixed(1).padStart(7)} KiB of ${budget}${kib > budget ? '  OVER BUDGET' : ''}`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = measure(resolve(process.argv[2] ?? join(root, '.next')))
  console.log(pages.map(line).join('\n'))
  if (pages.length === 0 || pages.some(({ kib, budget }) => kib > budget)) process.exit(1)
}
