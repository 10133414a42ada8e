/**
 * `npm run build`: the production build, complete in `.next/standalone` – that folder is what `npm start` runs and what
 * the container image holds. Done again only if a source has changed, which a fingerprint kept beside the build tells.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, run } from './run.mjs'

export const standalone = join(root, '.next/standalone')

const fingerprintFile = join(root, '.next/fingerprint')

/** What decides how the build turns out; tests do not. */
const sources = [
  'app',
  'lib',
  'public',
  'bin/sign-in-link.ts',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** The one command that a container needs, as one file: there is no tsx beside the standalone server. */
const bundle =
  'esbuild bin/sign-in-link.ts --bundle --platform=node --format=esm --conditions=react-server' +
  ' --log-level=warning --outfile=.next/standalone/sign-in-link.mjs'

/** @param {string} path relative to the root @returns {string[]} */
function filesOf(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full).flatMap((name) => filesOf(`${path}/${name}`))
}

/** One hash over the names and contents of all sources: a copied or re-checked-out tree keeps its build. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = sources.flatMap(filesOf).filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** @param {string} present */
const isCurrent = (present) =>
  existsSync(join(root, '.next/BUILD_ID')) &&
  existsSync(fingerprintFile) &&
  readFileSync(fingerprintFile, 'utf8') === present

/** Adds to the standalone folder what Next leaves out, and takes out settings that belong to one machine. */
async function complete() {
  cpSync(join(root, '.next/static'), join(standalone, '.next/static'), { recursive: true })
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true })
  for (const name of readdirSync(standalone)) if (name.startsWith('.env')) rmSync(join(standalone, name))
  return await run(bundle)
}

/** Builds unless the build at hand was made from the present sources. @returns {Promise<boolean>} false if it failed */
export async function build() {
  const present = fingerprint()
  if (isCurrent(present)) {
    console.log('The production build is up to date.')
    return true
  }
  console.log('Building for production; this takes about a minute …')
  rmSync(fingerprintFile, { force: true })
  if ((await run('next build')) !== 0 || (await complete()) !== 0) return false
  writeFileSync(fingerprintFile, present)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await build())) {
  console.error('The production build failed; the reason stands above.')
  process.exit(1)
}
