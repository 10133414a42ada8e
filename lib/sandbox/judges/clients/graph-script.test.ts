import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isInstalled, runInShell } from './shell'
import { startForClients, terminalEnvironment } from './standalone'

let standalone: Awaited<ReturnType<typeof startForClients>>
beforeAll(async () => {
  standalone = await startForClients()
})
afterAll(() => standalone.stop())

const script = fileURLToPath(new URL('graph-setup.sh', import.meta.url))
const canRun = isInstalled('curl') && isInstalled('openssl')

test(`curl and openssl alone set up an app that opens the organization${canRun ? '' : ': skipped, no curl or openssl'}`, async () => {
  if (!canRun) return
  const ran = await runInShell(`. '${script}'`, terminalEnvironment(standalone.ready))
  expect(ran).toEqual({ code: 0, stdout: 'Made by a script', stderr: '' })
  expect(standalone.sandbox.control.apps()).toContainEqual(
    expect.objectContaining({
      displayName: 'Made by a script',
      servicePrincipal: 'enabled',
      isMember: true,
      certificates: [expect.objectContaining({ subject: 'CN=script', displayName: 'CN=script' })],
    }),
  )
  expect(standalone.reports).toEqual([])
})
