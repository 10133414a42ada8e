/**
 * `npm start`: looks for what would stop a start, builds if needed, then runs the production server in this process.
 * What it refuses, it refuses in one sentence and with exit code 1. The other settings are checked by the server itself
 * (instrumentation.ts), in the same manner.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, standalone } from './build.mjs'
import { graceMs, root } from './run.mjs'

/** Shells and containers set HOSTNAME to the machine's name by themselves; that chooses no address to listen on. */
const chosenHost = (value = process.env.HOSTNAME) => (value && value !== hostname() ? value : 'localhost')

/** @param {string} folder @returns {string | undefined} what is wrong with it */
function unwritable(folder) {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    return `The data folder ${folder} cannot be written (${error.code}); give another one in DATA_DIR.`
  }
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} what keeps us from listening there */
function unavailable(port, host) {
  const probe = createServer()
  return new Promise((done) => {
    probe.once('error', (error) =>
      done(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use; end the program that listens there or give another port in PORT.`
          : `Listening on ${host}:${port} is not possible (${error.code}); give another address in HOSTNAME or PORT.`,
      ),
    )
    probe.listen(port, host, () => probe.close(() => done(undefined)))
  })
}

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Next waits for open requests without limit; a person who pressed Ctrl-C does not. */
function limitShutdown() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => setTimeout(() => process.exit(code), graceMs))
  }
}

if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
const port = Number(process.env.PORT || 3000)
const host = chosenHost()
const dataDir = resolve(root, process.env.DATA_DIR || 'data')
const certificateDir = process.env.CERTIFICATE_DIR && resolve(root, process.env.CERTIFICATE_DIR)

if (!Number.isInteger(port) || port < 1 || port > 65_535) refuse('PORT is not valid: it is a whole number up to 65535.')
const problem = unwritable(dataDir) ?? (await unavailable(port, host))
if (problem) refuse(problem)
if (!(await build())) refuse('The production build failed; the reason stands above.')

console.log(`Starting Certboard on http://${host}:${port} with its data in ${dataDir} …`)
limitShutdown()
// The server changes into its own folder, so what was relative to ours is made absolute first.
Object.assign(process.env, {
  PORT: String(port),
  HOSTNAME: host,
  DATA_DIR: dataDir,
  ...(certificateDir && { CERTIFICATE_DIR: certificateDir }),
})
await import(pathToFileURL(join(standalone, 'server.js')).href)
