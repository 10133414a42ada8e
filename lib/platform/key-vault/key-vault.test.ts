import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createManagedIdentitySource } from '#lib/platform/entra/managed-identity'
import { AppError } from '#lib/platform/errors/index'
import type { Fetch } from '#lib/platform/http/fetch'
import { createClock } from '#lib/platform/testing/clock'
import { createSandbox } from '#lib/sandbox/index'
import { createKeyVault } from './key-vault'

const digest = createHash('sha256').update('message').digest()

/** Our client at a sandbox's key vault, called by the managed identity; `through` may put a fault between the two. */
async function start(through: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const sandbox = await createSandbox({ items: 0 })
  const clock = createClock()
  const tokenSource = createManagedIdentitySource({ resource: 'https://vault.azure.net', fetch: sandbox.fetch })
  const { url: vaultUrl, certificate: name } = sandbox.info.keyVault
  const options = { vaultUrl, tokenSource, sleep: clock.sleep, random: () => 0.5 }
  const vault = createKeyVault({ ...options, fetch: through(sandbox.fetch) })
  return { sandbox, vault, name }
}

test.each([
  ['PS256', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
  ['RS256', { padding: constants.RSA_PKCS1_PADDING }],
] as const)('what it signs with %s the certificate verifies', async (algorithm, padding) => {
  const { vault, name } = await start()
  const { version, certificate } = await vault.getCertificate(name)
  const signature = await vault.sign(name, version, algorithm, digest)
  const { publicKey: key } = new X509Certificate(certificate)
  expect(verify('sha256', Buffer.from('message'), { key, ...padding }, signature)).toBe(true)
})

test('the newest version is given unless another one is asked for', async () => {
  const { sandbox, vault, name } = await start()
  const old = await vault.getCertificate(name)
  const { version } = await sandbox.control.makeVaultCertificate(name)
  expect((await vault.getCertificate(name)).version).toBe(version)
  expect(await vault.getCertificate(name, old.version)).toEqual(old)
})

test('each refusal of the vault has its own code and says what was missing', async () => {
  const { sandbox, vault, name } = await start()
  const { version } = await vault.getCertificate(name)
  await expect(vault.getCertificate('other')).rejects.toMatchObject({ code: 'key_vault_not_found' })
  sandbox.control.changeVaultKey(name, version, { enabled: false })
  await expect(vault.sign(name, version, 'PS256', digest)).rejects.toMatchObject({ code: 'key_vault_key_disabled' })
  sandbox.control.setVaultRoles(sandbox.info.managedIdentity.clientId, ['Key Vault Reader'])
  await expect(vault.sign(name, version, 'PS256', digest)).rejects.toMatchObject({
    code: 'key_vault_sign_role_missing',
    evidence: expect.arrayContaining([{ label: 'Right', value: 'Microsoft.KeyVault/vaults/keys/sign/action' }]),
  })
  sandbox.control.configureVault({ access: 'access policies' })
  await expect(vault.sign(name, version, 'PS256', digest)).rejects.toMatchObject({
    code: 'key_vault_sign_policy_missing',
    evidence: expect.arrayContaining([{ label: 'Right', value: 'keys sign' }]),
  })
})

test('a key in hardware signs like any other', async () => {
  const { sandbox, vault } = await start()
  const { version } = await sandbox.control.makeVaultCertificate('hardware', { isHsm: true })
  expect(await vault.sign('hardware', version, 'PS256', digest)).toHaveLength(256)
})

const answering =
  (status: number, error: object, headers = {}) =>
  () =>
  async () =>
    Response.json({ error }, { status, headers })

test.each([
  [403, { code: 'Forbidden', message: '', innererror: { code: 'ForbiddenByFirewall' } }, 'key_vault_firewall'],
  [403, { code: 'Forbidden', message: '', innererror: { code: 'ForbiddenByPolicy' } }, 'key_vault_read_policy_missing'],
  [403, { code: 'Forbidden', message: 'Operation get is not allowed on a disabled key.' }, 'key_vault_key_disabled'],
  [403, { code: 'Forbidden', message: 'Not today.' }, 'key_vault_forbidden'],
  [401, { code: 'Unauthorized', message: 'AKV10032: Invalid issuer.' }, 'key_vault_other_tenant'],
  [
    401,
    { code: 'Unauthorized', message: "[TokenExpired] Error validating token: 'S2S12086'." },
    'key_vault_token_refused',
  ],
  [400, { code: 'BadParameter', message: '' }, 'key_vault_request_refused'],
  [409, { code: 'Conflict', message: '' }, 'key_vault_answer_unexpected'],
  [500, { code: 'InternalServerError', message: '' }, 'key_vault_unavailable'],
  [200, {}, 'key_vault_answer_unexpected'],
])('%i with %j is %s', async (status, error, code) => {
  const { vault, name } = await start(answering(status, error))
  await expect(vault.getCertificate(name)).rejects.toMatchObject({ code })
})

test('a name that no vault has is said to be just that', async () => {
  const { sandbox } = await start()
  const tokenSource = createManagedIdentitySource({ resource: 'https://vault.azure.net', fetch: sandbox.fetch })
  const vault = createKeyVault({ vaultUrl: 'https://contoso-valt.vault.azure.net', tokenSource, fetch: sandbox.fetch })
  await expect(vault.getCertificate('azure-devops')).rejects.toMatchObject({
    code: 'key_vault_unknown',
    evidence: expect.arrayContaining([{ label: 'Reason', value: 'ENOTFOUND' }]),
  })
})

test('a vault that is busy is asked again, until it asks for too long a wait', async () => {
  const busy = Response.json({ error: { code: 'Throttled', message: '' } }, { status: 429 })
  let tries = 0
  const { vault, name } = await start((fetch) => async (request) => {
    tries += 1
    return tries < 3 ? busy.clone() : await fetch(request)
  })
  await vault.getCertificate(name)
  expect(tries).toBe(3)
  const patient = await start(answering(429, { code: 'Throttled', message: '' }, { 'retry-after': '600' }))
  await expect(patient.vault.getCertificate(name)).rejects.toMatchObject({
    code: 'key_vault_throttled',
    retryAfter: 600,
  })
})

test('a token that the vault no longer takes is replaced once', async () => {
  const seen: (string | null)[] = []
  const { vault, name } = await start((fetch) => async (request) => {
    seen.push(request.headers.get('authorization'))
    return seen.length === 1 ? new Response('', { status: 401 }) : await fetch(request)
  })
  await vault.getCertificate(name)
  expect(new Set(seen).size).toBe(2)
})

test('a caller that gets no token is not asked for one again and again, and its network is not taken for the vault’s', async () => {
  const { sandbox } = await start()
  let asked = 0
  const failure = new AppError('network_name_unknown', { evidence: [{ label: 'Host', value: 'login.example' }] })
  const tokenSource = {
    token: async () => {
      asked += 1
      throw asked === 1 ? failure : new AppError('entra_unreachable')
    },
    invalidate: () => undefined,
  }
  const { fetch, info } = sandbox
  const vault = createKeyVault({ vaultUrl: info.keyVault.url, tokenSource, fetch, sleep: createClock().sleep })
  await expect(vault.getCertificate('x')).rejects.toBe(failure)
  await expect(vault.getCertificate('x')).rejects.toMatchObject({ code: 'entra_unreachable' })
  expect(asked).toBe(2)
})

test('a connection that breaks is tried again', async () => {
  let tries = 0
  const { vault, name } = await start((fetch) => async (request) => {
    tries += 1
    if (tries > 1) return await fetch(request)
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })
  })
  await vault.getCertificate(name)
  expect(tries).toBe(2)
})
