import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SetupStep } from '#lib/platform/errors/index'
import { isInstalled, runInShell } from '#lib/sandbox/judges/clients/shell'
import { askAzureIdentity, startForClients, terminalEnvironment } from '#lib/sandbox/judges/clients/standalone'
import type { CommandValues, Tool } from './command'
import { commandsFor } from './commands-for'

let standalone: Awaited<ReturnType<typeof startForClients>>
let environment: NodeJS.ProcessEnv

/** A token of the sandbox's administrator for one of the two services. */
async function adminToken(scope: string): Promise<string> {
  const { ready } = standalone
  const { clientId, certificateFile } = ready.automation
  const { token = '' } = await askAzureIdentity({ ready: { ...ready, clientId, scope } }, certificateFile)
  return token
}

beforeAll(async () => {
  standalone = await startForClients()
  const folder = dirname(standalone.ready.caFile)
  environment = {
    ...terminalEnvironment(standalone.ready),
    AZURE_CONFIG_DIR: join(folder, 'azure-commands'),
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    GRAPH_TOKEN: await adminToken('https://graph.microsoft.com/.default'),
    AZURE_DEVOPS_TOKEN: await adminToken('499b84ac-1321-427f-aa17-267ca6975798/.default'),
  }
}, 60_000)
afterAll(() => standalone.stop())

/** As a page of the step prints it, run as somebody would who pastes one step after the other. */
const printed = (tool: Tool, step: SetupStep, values: CommandValues): string =>
  commandsFor(step, values).find((one) => one.tool === tool)?.text ?? ''

async function run(...scripts: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runInShell(scripts.join('\n'), environment)
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`)
  return stdout
}

const signedInAlready = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('az login'))
    .join('\n')

/** All four steps in one terminal, and a second certificate beside the first. */
async function setUp(tool: Tool, appName: string): Promise<string> {
  const folder = dirname(standalone.ready.caFile)
  const organization = environment.ORGANIZATION ?? ''
  const fileName = join(folder, `${tool}.pem`)
  const second = join(folder, `${tool}-second.pem`)
  const notAfter = new Date(Date.now() + 300 * 86_400_000).toISOString()
  const values = { isSandbox: true, appName, organization, tenant: standalone.ready.tenantId }
  const withFile = (name: string): CommandValues => ({ ...values, certificate: { fileName: name, notAfter } })
  const make = (name: string) =>
    `openssl req -x509 -newkey rsa:2048 -nodes -keyout /dev/null -out '${name}' -days 400 -subj /CN=${tool} 2>/dev/null`
  const told = await run(make(fileName), make(second), signedInAlready(printed(tool, 1, values)))
  const clientId = /Application \(client\) ID: (\S+)/.exec(told)?.[1] ?? ''
  const known = (name?: string): CommandValues => ({ ...(name ? withFile(name) : values), clientId })
  return run(
    ...[printed(tool, 2, known(fileName)), printed(tool, 2, known(second))],
    ...[printed(tool, 3, known()), printed(tool, 4, known())],
  )
}

/** What a refused read leaves of the certificates that an app has. */
async function certificatesAfterRefusal(): Promise<unknown> {
  const { clientId } = standalone.ready
  const before = certificatesOf(clientId)
  const values = { isSandbox: true, appName: '', organization: '', clientId }
  const fileName = join(dirname(standalone.ready.caFile), 'graph.pem')
  const text = printed('graph', 2, { ...values, certificate: { fileName, notAfter: '2027-01-01' } })
  const refused = text.replace('jq -ce', "sed 's/.*/{}/' | jq -ce")
  await expect(run(refused)).rejects.toThrow()
  expect(certificatesOf(clientId)).toEqual(before)
  return before
}

const certificatesOf = (clientId: string) =>
  standalone.sandbox.control.apps().find((app) => app.clientId === clientId)?.certificates

const signIn = async () => {
  const [option] = (await run('az login --help | grep -o -m 1 -e --certificate || echo --password')).split('\n')
  const { clientId, certificateFile } = standalone.ready.automation
  const tenant = standalone.ready.tenantId
  await run(
    `az login --service-principal -u ${clientId} -t ${tenant} ${option} ${certificateFile} --allow-no-subscriptions -o none`,
  )
}

describe('the commands of the steps, run as they are printed', () => {
  const madeBy = (name: string) => standalone.sandbox.control.apps().find((app) => app.displayName === name)
  const whole = {
    servicePrincipal: 'enabled',
    isMember: true,
    accessLevel: 'express',
    certificates: [expect.anything(), expect.anything()],
    permissions: ['vso.project', 'vso.work_full'],
    hasAdminConsent: true,
  }
  const nasty = '"$HOME" `of` \\ mine'

  const hasCurl = isInstalled('curl') && isInstalled('jq') && isInstalled('openssl')
  test(`set an app up with curl${hasCurl ? '' : ': skipped, no curl, jq or openssl'}`, {
    timeout: 120_000,
  }, async () => {
    if (!hasCurl) return
    expect(await setUp('graph', `It's ${nasty}`)).toContain('"isSuccess": true')
    expect(madeBy(`It's ${nasty}`)).toMatchObject(whole)
  })

  test(`keep the certificates that are there when they cannot be read${hasCurl ? '' : ': skipped, no curl, jq or openssl'}`, async () => {
    if (hasCurl) expect(await certificatesAfterRefusal()).toHaveLength(1)
  })

  const hasAzureCli = isInstalled('az') && isInstalled('openssl')
  test(`set an app up with the Azure CLI${hasAzureCli ? '' : ': skipped, no Azure CLI'}`, {
    timeout: 300_000,
  }, async () => {
    if (!hasAzureCli) return
    await signIn()
    expect(await setUp('azure-cli', `Az: ${nasty}`)).toContain('"isSuccess": true')
    expect(madeBy(`Az: ${nasty}`)).toMatchObject(whole)
  })

  test('never make the sandbox itself fail', () => {
    expect(standalone.reports).toEqual([])
  })
})
