import { execFile } from 'node:child_process'
import { constants, verify, X509Certificate } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clientEnvironment, startForClients } from './standalone'

let standalone: Awaited<ReturnType<typeof startForClients>>
beforeAll(async () => {
  standalone = await startForClients()
})
afterAll(() => standalone.stop())
afterEach(() => {
  const { control } = standalone.sandbox
  control.calm()
  control.setVaultRoles(standalone.ready.clientId, [])
})

const program = fileURLToPath(new URL('key-vault-client.mjs', import.meta.url))

interface Found {
  readonly version: string
  readonly keyId: string
  readonly cer: string
  readonly sameCer: string
  readonly enabled: boolean
  readonly expiresOn: string
  readonly keyType: string
  readonly names: readonly string[]
  readonly versions: readonly string[]
  readonly signatures: Readonly<Record<'PS256' | 'RS256', string>>
  readonly failure?: { readonly statusCode?: number; readonly code?: string; readonly message: string }
}

/** What Microsoft's libraries find in the vault. */
async function ask(caller: readonly string[], environment: Record<string, string>, name?: string): Promise<Found> {
  const { proxy, keyVault } = standalone.ready
  const args = [program, keyVault.url, name ?? keyVault.certificate, ...caller]
  const env = { ...clientEnvironment(standalone.ready), HTTP_PROXY: proxy, ...environment }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  return JSON.parse(stdout)
}

const byMachine = () => ask(['machine'], {})

function byAppService() {
  const { endpoint, header, clientId } = standalone.ready.managedIdentity
  return ask(['machine', '', clientId], { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header })
}

/** As the practice app, with its certificate. */
function byCertificate(name?: string) {
  const { tenantId, clientId, certificateFile } = standalone.ready
  return ask(['certificate', tenantId, clientId, certificateFile], {}, name)
}

const paddings = {
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
  RS256: { padding: constants.RSA_PKCS1_PADDING },
}

function expectGood(found: Found): void {
  expect(found.failure).toBeUndefined()
  const { url, certificate: name } = standalone.ready.keyVault
  const { publicKey: key, validTo } = new X509Certificate(Buffer.from(found.cer, 'base64'))
  for (const [algorithm, signature] of Object.entries(found.signatures)) {
    const { [algorithm as keyof typeof paddings]: padding } = paddings
    const signed = Buffer.from(signature, 'base64url')
    expect(verify('sha256', Buffer.from('message'), { key, ...padding }, signed)).toBe(true)
  }
  expect(found).toMatchObject({
    keyId: `${url}/keys/${name}/${found.version}`,
    sameCer: found.cer,
    enabled: true,
    expiresOn: new Date(validTo).toISOString(),
    keyType: 'RSA',
    names: expect.arrayContaining([name]),
    versions: [found.version],
  })
}

describe('@azure/keyvault-certificates and @azure/keyvault-keys, unmodified, through the proxy', () => {
  test.each([
    ['the managed identity of a virtual machine', byMachine],
    ['the managed identity of App Service', byAppService],
  ])('%s reads the certificate and signs with its key', async (_, act) => {
    expectGood(await act())
    expect(standalone.reports).toEqual([])
  })

  test('an app with a certificate does so once it has both roles, and is told which right it lacks before', async () => {
    const { clientId } = standalone.ready
    const { control } = standalone.sandbox
    const none = await byCertificate()
    expect(none.failure).toMatchObject({ statusCode: 403, code: 'Forbidden' })
    expect(none.failure?.message).toContain("Action: 'Microsoft.KeyVault/vaults/certificates/read'")
    control.setVaultRoles(clientId, ['Key Vault Reader'])
    expect((await byCertificate()).failure?.message).toContain("Action: 'Microsoft.KeyVault/vaults/keys/sign/action'")
    control.setVaultRoles(clientId, ['Key Vault Reader', 'Key Vault Crypto User'])
    expectGood(await byCertificate())
  })

  test('a certificate that is not there, a disabled key and a machine without identity are named', async () => {
    const { control } = standalone.sandbox
    control.setVaultRoles(standalone.ready.clientId, ['Key Vault Reader', 'Key Vault Crypto User'])
    expect((await byCertificate('other')).failure).toMatchObject({ statusCode: 404, code: 'CertificateNotFound' })
    const { version } = await control.makeVaultCertificate('switched-off')
    control.changeVaultKey('switched-off', version, { enabled: false })
    const { failure } = await byCertificate('switched-off')
    expect(failure).toMatchObject({ statusCode: 403, message: expect.stringContaining('disabled key') })
    control.setConditions({ managedIdentity: 'missing' })
    expect((await byMachine()).failure?.message).toContain('Identity not found')
  })
})
