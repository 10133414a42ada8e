import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Starts what `npm run sandbox` starts. */
function start(...args: string[]) {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), '--conditions=react-server', 'bin/sandbox.ts', ...args]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  return { child, stdout: text(child.stdout), stderr: text(child.stderr), exit: once(child, 'exit') }
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly and nothing of it stays', async (signal) => {
  const { child, stdout, stderr, exit } = start('--items', '20')
  const [first] = await once(child.stdout, 'data')
  const ready = JSON.parse(String(first))
  const folder = dirname(ready.caFile)
  expect(ready).toMatchObject({ ready: true, proxy: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
  expect(statSync(ready.certificateFile).mode & 0o777).toBe(0o600)

  child.kill(signal)
  expect(await exit).toEqual([0, null])
  expect(existsSync(folder)).toBe(false)
  expect((await stdout).trim().split('\n')).toHaveLength(1)
  expect(await stderr).toBe('')
})

test('a bad option ends it with one sentence and exit code 1', async () => {
  const { stdout, stderr, exit } = start('--port', 'eighty')
  expect(await exit).toEqual([1, null])
  expect(await stdout).toBe('')
  expect(await stderr).toBe('--port must be a whole number from 0 to 65535.\n')
})

test('a port in use ends it with one sentence and exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const { stdout, stderr, exit } = start('--items', '20', '--port', String(port))
  expect(await exit).toEqual([1, null])
  expect(await stdout).toBe('')
  expect(await stderr).toBe(`The sandbox cannot listen on port ${port}. Choose another one with --port.\n`)
  taken.close()
})
