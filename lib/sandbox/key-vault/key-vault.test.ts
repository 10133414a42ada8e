import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox, type Sandbox, type SandboxChanges } from '..'
import type { VaultRole } from '../control/key-vault-state'
import { makeCertificate, rsaAlgorithm } from '../standalone/make-certificate'
import { createTestApplication } from '../test-application'

const application = await createTestApplication()
const bothRoles: VaultRole[] = ['Key Vault Reader', 'Key Vault Crypto User']

interface Starting {
  readonly roles?: readonly VaultRole[]
  readonly options?: Parameters<typeof createSandbox>[0]
}

/** A sandbox whose practice app has roles at the vault, and what asks the vault as that app. */
async function start({ roles = bothRoles, options = {} }: Starting = {}) {
  const sandbox = await createSandbox({ items: 0, ...options })
  sandbox.control.uploadCertificate(application.certificate)
  sandbox.control.setVaultRoles(sandbox.info.clientId, roles)
  return { sandbox, ...openVault(sandbox, await tokenFor(sandbox, 'https://vault.azure.net/.default')) }
}

const tokenIn = async (response: Response): Promise<string> => JSON.parse(await response.text()).access_token

const tokenFor = async (sandbox: Sandbox, scope: string) => tokenIn(await application.requestToken(sandbox, { scope }))

/** The machine needs no certificate that could have expired. */
async function tokenOfMachine(sandbox: Sandbox): Promise<string> {
  const { endpoint, header } = sandbox.info.managedIdentity
  const url = `${endpoint}?resource=https://vault.azure.net&api-version=2019-08-01`
  return tokenIn(await sandbox.fetch(new Request(url, { headers: { 'x-identity-header': header } })))
}

function openVault(sandbox: Sandbox, token: string) {
  async function send(path: string, init: RequestInit = {}) {
    const headers = new Headers({ authorization: `Bearer ${token}`, ...init.headers })
    const url = path.startsWith('https:') ? path : `${sandbox.info.keyVault.url}/${path}`
    const response = await sandbox.fetch(new Request(url, { ...init, headers }))
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
  }
  const get = (path: string) => send(`${path}?api-version=7.4`)
  const sign = (path: string, body: unknown) =>
    send(`${path}/sign?api-version=7.4`, { method: 'POST', body: JSON.stringify(body) })
  return { send, get, sign }
}

const digest = (algorithm: string, text = 'message') => createHash(algorithm).update(text).digest('base64url')

test('whoever shows no token is told where to get one and for what', async () => {
  const { sandbox } = await start()
  const response = await sandbox.fetch(new Request(`${sandbox.info.keyVault.url}/certificates?api-version=7.4`))
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer authorization="https://login.microsoftonline.com/${sandbox.info.tenantId}", resource="https://vault.azure.net"`,
  )
  expect(await response.json()).toEqual({
    error: { code: 'Unauthorized', message: 'Request is missing a Bearer or PoP token.' },
  })
})

test.each(['https://graph.microsoft.com/.default', 'https://vault.azure.net//.default'])(
  'a token for %s is one for another audience',
  async (other) => {
    const { sandbox } = await start()
    const { get } = openVault(sandbox, await tokenFor(sandbox, other))
    const { status, body } = await get('certificates')
    expect(status).toBe(401)
    expect(body.error.message).toContain('AKV10022')
  },
)

test('the api-version has to be given and known', async () => {
  const { send } = await start()
  expect((await send('certificates')).body.error.code).toBe('BadParameter')
  const unknown = await send('certificates?api-version=9.9')
  expect(unknown).toMatchObject({ status: 400, body: { error: { code: 'BadParameter' } } })
  expect(unknown.body.error.message).toContain('(9.9) is not recognized')
  expect((await send('certificates?api-version=7.5')).status).toBe(200)
})

test('without the role each action is refused with its name, even for what is not there', async () => {
  const { get, sign } = await start({ roles: ['Key Vault Certificate User'] })
  expect((await get('certificates/azure-devops')).status).toBe(200)
  const { status, body } = await sign('keys/other', { alg: 'PS256', value: digest('sha256') })
  expect(status).toBe(403)
  expect(body.error).toMatchObject({ code: 'Forbidden', innererror: { code: 'ForbiddenByRbac' } })
  expect(body.error.message).toContain("Action: 'Microsoft.KeyVault/vaults/keys/sign/action'")
})

test('by access policies each permission is refused by its name, and roles count no more', async () => {
  const { sandbox, get, sign } = await start()
  sandbox.control.configureVault({ access: 'access policies' })
  const wish = { alg: 'PS256', value: digest('sha256') }
  const denied = (await sign('keys/azure-devops', wish)).body.error
  expect(denied).toMatchObject({ code: 'Forbidden', innererror: { code: 'ForbiddenByPolicy' } })
  expect(denied.message).toContain('does not have keys sign permission on key vault')
  sandbox.control.setVaultPermissions(sandbox.info.clientId, ['keys sign'])
  expect((await sign('keys/azure-devops', wish)).status).toBe(200)
  expect((await get('certificates/azure-devops')).body.error.message).toContain('certificates get permission')
  expect((await get('certificates')).body.error.message).toContain('certificates list permission')
})

test.each([
  ['selected', 'ForbiddenByFirewall', 'Client address is not authorized'],
  ['private endpoints', 'ForbiddenByConnection', 'Public network access is disabled'],
] as const)('from elsewhere nobody gets in where the network is: %s', async (network, code, message) => {
  const { sandbox, get } = await start()
  sandbox.control.configureVault({ network })
  const { status, body } = await get('certificates/azure-devops')
  expect({ status, inner: body.error.innererror.code }).toEqual({ status: 403, inner: code })
  expect(body.error.message).toContain(message)
})

test('a vault of another tenant takes no token of this one, and names its own', async () => {
  const { sandbox, get } = await start()
  sandbox.control.configureVault({ tenant: 'another' })
  const { status, headers, body } = await get('certificates/azure-devops')
  expect(status).toBe(401)
  expect(body.error.message).toMatch(new RegExp(`AKV10032: Invalid issuer.+found .+${sandbox.info.tenantId}`))
  expect(headers.get('www-authenticate')).not.toContain(sandbox.info.tenantId)
})

test('a deleted certificate is as if it had never been', async () => {
  const { sandbox, get, sign } = await start()
  await get('certificates/azure-devops')
  sandbox.control.deleteVaultCertificate('azure-devops')
  expect((await get('certificates/azure-devops')).body.error.code).toBe('CertificateNotFound')
  expect((await sign('keys/azure-devops', { alg: 'PS256', value: digest('sha256') })).body.error.code).toBe(
    'KeyNotFound',
  )
  expect((await get('certificates')).body.value).toEqual([])
})

test('a key in hardware signs like any other, and one whose usage is encryption alone does not', async () => {
  const { sandbox, get, sign } = await start()
  await sandbox.control.makeVaultCertificate('hardware', { isHsm: true })
  await sandbox.control.makeVaultCertificate('encryption', { maySign: false })
  const wish = { alg: 'PS256', value: digest('sha256') }
  expect((await get('keys/hardware')).body.key.kty).toBe('RSA-HSM')
  expect((await sign('keys/hardware', wish)).status).toBe(200)
  expect((await get('keys/encryption')).body.key.key_ops).not.toContain('sign')
  expect((await sign('keys/encryption', wish)).body.error).toEqual({
    code: 'Forbidden',
    message: 'Operation sign is not permitted on this key.',
    innererror: { code: 'KeyOperationForbidden' },
  })
})

test('a certificate that was made elsewhere is imported with its key', async () => {
  const { sandbox, get, sign } = await start()
  const { certificate, key } = await makeCertificate({
    commonName: 'elsewhere',
    algorithm: rsaAlgorithm(2048),
    notBefore: new Date(Date.now() - 1000),
    notAfter: new Date(Date.now() + 3_600_000),
  })
  const { version } = sandbox.control.importVaultCertificate('mine', { certificate, privateKey: key })
  const { cer } = (await get(`certificates/mine/${version}`)).body
  expect(new X509Certificate(Buffer.from(cer, 'base64')).toString()).toBe(new X509Certificate(certificate).toString())
  expect((await sign('keys/mine', { alg: 'PS256', value: digest('sha256') })).status).toBe(200)
})

test('what is not there is not found', async () => {
  const { get, sign } = await start()
  expect((await get('certificates/other')).body.error.code).toBe('CertificateNotFound')
  expect((await get(`certificates/azure-devops/${'0'.repeat(32)}`)).status).toBe(404)
  expect((await get('keys/other')).body.error.code).toBe('KeyNotFound')
  expect((await sign('keys/other', {})).body.error.code).toBe('KeyNotFound')
  expect((await get('certificates/other/versions')).body).toEqual({ value: [], nextLink: null })
  expect((await get('secrets/azure-devops')).status).toBe(501)
})

test.each([
  ['RS256', 'sha256', constants.RSA_PKCS1_PADDING],
  ['RS512', 'sha512', constants.RSA_PKCS1_PADDING],
  ['PS256', 'sha256', constants.RSA_PKCS1_PSS_PADDING],
  ['PS384', 'sha384', constants.RSA_PKCS1_PSS_PADDING],
] as const)('%s signs a digest so that the certificate verifies the message', async (alg, hash, padding) => {
  const { get, sign } = await start()
  const { cer, kid } = (await get('certificates/azure-devops/')).body
  const { publicKey: key } = new X509Certificate(Buffer.from(cer, 'base64'))
  const { status, body } = await sign(new URL(kid).pathname.slice(1), { alg, value: digest(hash) })
  expect({ status, kid: body.kid }).toEqual({ status: 200, kid })
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
  const options = padding === constants.RSA_PKCS1_PADDING ? { key, padding } : { key, padding, saltLength }
  expect(verify(hash, Buffer.from('message'), options, Buffer.from(body.value, 'base64url'))).toBe(true)
})

test('a digest of the wrong length and an algorithm of another key type are refused', async () => {
  const { sign } = await start()
  const short = await sign('keys/azure-devops', { alg: 'RS256', value: digest('sha1') })
  expect(short).toMatchObject({ status: 400, body: { error: { code: 'BadParameter' } } })
  expect(short.body.error.message).toBe(
    "Invalid length of 'value': 20 bytes. RS256 requires 32 bytes, encoded with base64url.",
  )
  const elliptic = await sign('keys/azure-devops', { alg: 'ES256', value: digest('sha256') })
  expect(elliptic.body.error.message).toContain('incompatible')
  expect((await sign('keys/azure-devops', { alg: 'none', value: '' })).status).toBe(400)
  expect((await sign('keys/azure-devops', 'nonsense')).status).toBe(400)
})

test('a new version is the newest, and the old one still signs until its key is disabled', async () => {
  const { sandbox, get, sign } = await start()
  const old = (await get('certificates/azure-devops')).body
  const { version } = await sandbox.control.makeVaultCertificate('azure-devops')
  expect((await get('certificates/azure-devops')).body.id).toContain(version)
  expect((await get('certificates/azure-devops/versions')).body.value).toHaveLength(2)
  const path = new URL(old.kid).pathname.slice(1)
  const wish = { alg: 'PS256', value: digest('sha256') }
  expect((await sign(path, wish)).body.kid).toBe(old.kid)
  sandbox.control.changeVaultKey('azure-devops', path.split('/')[2] ?? '', { enabled: false })
  expect((await sign(path, wish)).body.error).toMatchObject({ code: 'Forbidden', innererror: { code: 'KeyDisabled' } })
  expect((await get(path)).body.attributes.enabled).toBe(false)
  expect(() => sandbox.control.changeVaultKey('azure-devops', 'nonsense', { enabled: true })).toThrow('no such version')
})

test('a key is in force as long as its certificate', async () => {
  let now = new Date()
  const { sandbox, get } = await start({ options: { now: () => now } })
  await get('certificates/azure-devops')
  now = new Date(now.getTime() + 366 * 24 * 60 * 60 * 1000)
  const { sign } = openVault(sandbox, await tokenOfMachine(sandbox))
  const { status, body } = await sign('keys/azure-devops', { alg: 'PS256', value: digest('sha256') })
  expect({ status, inner: body.error.innererror.code }).toEqual({ status: 403, inner: 'KeyExpired' })
})

test.each([
  ['KeyExpired', { notAfter: '2020-01-01T00:00:00Z' }],
  ['KeyNotYetValid', { notBefore: '2999-01-01T00:00:00Z' }],
])('%s: a key is in force as long as somebody has set', async (code, changes) => {
  const { sandbox, get, sign } = await start()
  const { kid } = (await get('certificates/azure-devops')).body
  sandbox.control.changeVaultKey('azure-devops', kid.split('/').at(-1), changes)
  const { status, body } = await sign('keys/azure-devops', { alg: 'PS256', value: digest('sha256') })
  expect({ status, inner: body.error.innererror.code }).toEqual({ status: 403, inner: code })
})

test('a list comes in pages that lead to each other', async () => {
  const { sandbox, send } = await start()
  for (const name of ['one', 'two', 'three']) await sandbox.control.makeVaultCertificate(name)
  const first = (await send('certificates?api-version=7.4&maxresults=2')).body
  const second = (await send(first.nextLink)).body
  const names = [...first.value, ...second.value].map(({ id }: { id: string }) => id.split('/').at(-1))
  expect(names).toEqual(['one', 'two', 'three'])
  expect(second.nextLink).toBeNull()
  expect((await send('certificates?api-version=7.4&maxresults=26')).status).toBe(400)
})

test('whoever asks too much is told to wait', async () => {
  const { sandbox, get } = await start()
  sandbox.control.setFaults([
    { kind: 'throttled', route: '*.vault.azure.net/**', retryAfter: 7, probability: 1, after: 0 },
  ])
  const { status, headers, body } = await get('certificates')
  expect({ status, wait: headers.get('retry-after'), code: body.error.code }).toEqual({
    status: 429,
    wait: '7',
    code: 'Throttled',
  })
})

test('the vault survives a restart, also one from files that were written before there was one', async () => {
  let changes: SandboxChanges | undefined
  const { get } = await start({ options: { save: (next) => (changes = next) } })
  const { cer } = (await get('certificates/azure-devops')).body
  const saved = JSON.parse(JSON.stringify(changes))
  const again = await start({ options: { load: () => saved } })
  expect((await again.get('certificates/azure-devops')).body.cer).toBe(cer)
  const { permissions: _permissions, settings: _settings, ...oldVault } = saved.keyVault
  const old = await start({ options: { load: () => ({ ...saved, keyVault: oldVault }) } })
  expect((await old.get('certificates/azure-devops')).body.cer).toBe(cer)
  const { keyVault: _, conditions, ...older } = saved
  const { managedIdentity: __, ...olderConditions } = conditions
  const oldest = await start({ options: { load: () => ({ ...older, conditions: olderConditions }) } })
  expect((await oldest.get('certificates/azure-devops')).status).toBe(200)
  expect(oldest.sandbox.control.conditions().managedIdentity).toBe('assigned')
})

test('no private key leaves the vault, neither by its own API nor by the control', async () => {
  const { sandbox, get } = await start()
  const told = [await get('certificates/azure-devops'), await get('keys/azure-devops'), sandbox.control.keyVault()]
  expect(JSON.stringify(told)).not.toMatch(/PRIVATE|privateKey|"d":/)
})
