import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A program gets this long to end by itself after Ctrl-C; then it is ended. Together with our own exit: under 2 s. */
export const graceMs = 1_000

/** So that the project's own programs are found as npm finds them, without the half second that npx takes. */
const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)

const groups = process.platform !== 'win32'

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  try {
    if (groups && child.pid !== undefined) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It has ended already.
  }
}

/**
 * Runs one command line with our output and returns its exit code. It gets a process group of its own, so that Ctrl-C
 * (or a signal to us alone) ends it together with everything it started.
 * @param {string} commandLine
 * @param {Record<string, string | undefined>} [variables] set for the command on top of ours; undefined removes one
 * @returns {Promise<number>}
 */
export function run(commandLine, variables = {}) {
  const child = spawn(commandLine, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: groups,
    cwd: root,
    env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, PATH: path, ...variables },
  })
  /** @param {NodeJS.Signals} signal */
  const interrupt = (signal) => {
    const exit = () => process.exit(signal === 'SIGINT' ? 130 : 143)
    child.once('exit', exit)
    end(child, signal)
    setTimeout(() => {
      end(child, 'SIGKILL')
      exit()
    }, graceMs)
  }
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      resolve(code ?? 1)
    })
  })
}
