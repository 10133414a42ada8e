import 'server-only'
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a program is to be found where a shell would look for it. */
export const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))

interface Ran {
  /** Exit code; 0 if all went well. */
  readonly code: number
  /** Without the line end behind it. */
  readonly stdout: string
  readonly stderr: string
}

/** Runs what somebody would paste into a terminal; the first command that fails ends it. */
export function runInShell(script: string, environment: NodeJS.ProcessEnv): Promise<Ran> {
  // Bash reads its start-up file as soon as its input looks like a connection, as it does here.
  const args = ['--norc', '-euo', 'pipefail', '-c', script]
  return new Promise((resolve) => {
    execFile('bash', args, { env: environment, timeout: 120_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 1
      resolve({ code: error ? code : 0, stdout: stdout.trimEnd(), stderr })
    })
  })
}
