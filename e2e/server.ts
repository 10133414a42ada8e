/** Certboard as a person starts it, in a process and data folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')

type Variables = Readonly<Record<string, string | undefined>>

export interface ServerOptions {
  /** Settings on top of those that every test server has. */
  readonly variables?: Variables
  /** A folder to start with, which is then kept; without one a new folder is made, and removed by `stop`. */
  readonly dataDir?: string
  /** What to run, instead of `npm start`'s own program. */
  readonly program?: { readonly file: string; readonly folder: string }
}

export interface Server {
  /** For example `http://localhost:41234`; the same after a restart. */
  readonly url: string
  readonly dataDir: string
  /** The sign-in link that the first start printed; it works once. */
  readonly firstSignInLink: string | undefined
  /** All that the server wrote to stdout and stderr so far, over all its starts. */
  output(): string
  /** Makes one more sign-in link, as `npm run sign-in-link` does. */
  newSignInLink(): Promise<string>
  /** Stops the server and starts it again on the same port and data folder. */
  restart(variables?: Variables): Promise<void>
  /** Ends it as Ctrl-C does and returns its exit code. */
  stop(): Promise<number | null>
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  while (!(await isReady(url))) {
    if (hasEnded(child)) throw new Error(`The server ended instead of starting:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (!hasEnded(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    await ended
  }
  return child.exitCode
}

/**
 * Starts the production build and waits until its database answers. Settings of the person who runs the tests stay out,
 * apart from the search path and the like.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'certboard-e2e-')))
  const program = options.program ?? { file: 'bin/start.mjs', folder: root }
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL, PUBLIC_URL, VAULT_KEYS, SESSION_PASSWORDS, SIGN_IN_SECRET, ...inherited } = process.env
  const own = { PORT: String(port), HOSTNAME: 'localhost', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  let output = ''

  const launch = async (variables: Variables = {}) => {
    const env = { ...inherited, ...own, ...options.variables, ...variables }
    const child = spawn(process.execPath, [program.file], {
      cwd: program.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    await untilReady(url, child, () => output)
    return child
  }

  let child = await launch()
  return {
    url,
    dataDir,
    firstSignInLink: /https?:\S+\/sign-in\?key=\S+/.exec(output)?.[0],
    output: () => output,
    async newSignInLink() {
      const command = ['--conditions=react-server', 'bin/sign-in-link.ts']
      const env = { ...inherited, ...own, ...options.variables }
      const { stdout } = await promisify(execFile)('node_modules/.bin/tsx', command, { cwd: root, env })
      return stdout.trim()
    },
    async restart(variables) {
      await end(child)
      child = await launch(variables)
    },
    async stop() {
      const code = await end(child)
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
      return code
    },
  }
}
