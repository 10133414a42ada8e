import { constants, verify, X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { createManagedIdentitySource } from '#lib/platform/entra/managed-identity'
import { createTokenSource } from '#lib/platform/entra/token-source'
import { AppError } from '#lib/platform/errors/index'
import { createKeyVault, type KeyVault } from '#lib/platform/key-vault/key-vault'
import { workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { opensslFolder } from '#lib/platform/testing/openssl'
import { createVault } from '#lib/platform/vault/vault'
import { createSandbox } from '#lib/sandbox/index'
import { generateCertificate } from './generate'
import { getCertificate } from './get'
import type { OpenKeyVault, SigningContext } from './key-vault'
import { linkKeyVault } from './link-key-vault'
import { listCertificates } from './list'
import { newestVersion } from './newest-version'
import { publicFile } from './public-file'
import { removeCertificate } from './remove'
import { linkKeyVaultInput } from './schema'
import { certificateSigner } from './signer'

const database = testDatabase()
const vault = createVault([{ kid: 'test', key: crypto.getRandomValues(new Uint8Array(32)) }])
const workspaceId = crypto.randomUUID()
const as = (role: Role, workspace = workspaceId): Member => ({ id: crypto.randomUUID(), workspaceId: workspace, role })
const editor = as('editor')

const sandbox = await createSandbox({ items: 0 })
const { tokenUrl, clientId, keyVault, managedIdentity } = sandbox.info
const { fetch } = sandbox

const openSandbox: OpenKeyVault = async ({ vaultUrl }, caller) => {
  const resource = 'https://vault.azure.net'
  const tokenSource =
    caller.kind === 'managed identity'
      ? createManagedIdentitySource({ resource, fetch })
      : createTokenSource({ ...caller, scope: `${resource}/.default`, fetch })
  return createKeyVault({ vaultUrl, tokenSource, fetch })
}

const context = (openKeyVault = openSandbox): SigningContext => ({ db: database(), vault, openKeyVault })

const wish = (more: object = {}) =>
  linkKeyVaultInput.parse({
    name: 'In the vault',
    vault: keyVault.url,
    certificateName: keyVault.certificate,
    caller: 'managed identity',
    sandbox: true,
    ...more,
  })

const bothRoles = ['Key Vault Reader', 'Key Vault Crypto User'] as const

beforeAll(async () => {
  await database().insert(workspaces).values({ id: workspaceId, name: 'Ours' })
})

test('a linked certificate shows its public part and where its key is', async () => {
  const linked = await linkKeyVault(context(), editor, wish())
  const { versions = [] } = sandbox.control.keyVault().certificates[0] ?? {}
  expect(linked).toMatchObject({
    name: 'In the vault',
    source: 'key vault',
    keySize: 2048,
    thumbprintSha1: versions[0]?.thumbprintSha1,
    keyVault: {
      vaultUrl: keyVault.url,
      name: keyVault.certificate,
      version: versions[0]?.version,
      sandbox: true,
      caller: { kind: 'managed identity' },
    },
  })
  expect(await getCertificate(context(), as('viewer'), linked.id)).toEqual(linked)
  const { bytes } = await publicFile(context(), editor, linked.id, 'cer')
  expect(new X509Certificate(bytes).fingerprint.replaceAll(':', '')).toBe(linked.thumbprintSha1)
})

test.each([
  ['PS256', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
  ['RS256', { padding: constants.RSA_PKCS1_PADDING }],
] as const)('its signer signs with %s in the vault', async (algorithm, padding) => {
  const { id } = await linkKeyVault(context(), editor, wish())
  const signer = await certificateSigner(context(), workspaceId, id)
  const signature = await signer.sign(algorithm, Buffer.from('header.claims'))
  const { publicKey: key } = new X509Certificate(signer.certificatePem)
  expect(verify('sha256', Buffer.from('header.claims'), { key, ...padding }, signature)).toBe(true)
})

test('Entra ID gives a token for what it signs, once the app registration knows the certificate', async () => {
  const { id } = await linkKeyVault(context(), editor, wish())
  const signer = await certificateSigner(context(), workspaceId, id)
  sandbox.control.uploadCertificate(signer.certificatePem)
  const { scope } = sandbox.info
  const token = await createTokenSource({ tokenUrl, clientId, scope, signer, fetch }).token()
  expect(token).toMatchObject({ tokenType: 'Bearer', algorithm: 'PS256' })
})

test('an app with another certificate may be the caller, and that certificate stays while it is needed', async () => {
  const generated = await generateCertificate(context(), editor, {
    name: 'Caller',
    commonName: 'caller',
    lifetimeDays: 30,
    keySize: 2048,
  })
  const { bytes } = await publicFile(context(), editor, generated.id, 'pem')
  const { clientId: callerId } = sandbox.control.registerApp('Caller')
  sandbox.control.uploadCertificate(bytes, callerId)
  const input = wish({ caller: 'certificate', certificateId: generated.id, tokenUrl, clientId: callerId })

  await expect(linkKeyVault(context(), editor, input)).rejects.toMatchObject({
    code: 'key_vault_read_role_missing',
  })
  sandbox.control.setVaultRoles(callerId, bothRoles)
  const linked = await linkKeyVault(context(), editor, input)
  expect(linked.keyVault?.caller).toEqual({
    kind: 'certificate',
    certificateId: generated.id,
    tokenUrl,
    clientId: callerId,
  })
  const signer = await certificateSigner(context(), workspaceId, linked.id)
  expect(await signer.sign('PS256', Buffer.from('x'))).toHaveLength(256)

  await expect(removeCertificate(context(), editor, generated.id)).rejects.toMatchObject({ code: 'certificate_in_use' })
  await removeCertificate(context(), editor, linked.id)
  await removeCertificate(context(), editor, generated.id)
})

test('nothing is stored while the caller may read but not sign', async () => {
  const before = await listCertificates(context(), editor)
  sandbox.control.setVaultRoles(managedIdentity.clientId, ['Key Vault Reader'])
  await expect(linkKeyVault(context(), editor, wish())).rejects.toMatchObject({
    code: 'key_vault_sign_role_missing',
  })
  sandbox.control.setVaultRoles(managedIdentity.clientId, bothRoles)
  await expect(linkKeyVault(context(), editor, wish({ certificateName: 'other' }))).rejects.toMatchObject({
    code: 'key_vault_not_found',
  })
  expect(await listCertificates(context(), editor)).toEqual(before)
})

/** A vault of one's own making, for what Azure's would not do by itself. */
const fakeVault =
  (certificate: Uint8Array, sign: KeyVault['sign'] = async () => new Uint8Array(256)): OpenKeyVault =>
  async () => ({ getCertificate: async () => ({ version: '1', certificate }), sign })

test('a certificate that Entra ID would refuse, or whose key is another, is refused', async () => {
  const { openssl, read } = opensslFolder()
  const make = (key: string) => {
    openssl(`req -x509 ${key} -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=test`)
    return new X509Certificate(read('cert.pem')).raw
  }
  const link = (open: OpenKeyVault) => linkKeyVault(context(open), editor, wish())
  await expect(link(fakeVault(make('-newkey ec -pkeyopt ec_paramgen_curve:P-256')))).rejects.toMatchObject({
    code: 'certificate_key_not_rsa',
    field: 'certificateName',
  })
  await expect(link(fakeVault(make('-newkey rsa:1024')))).rejects.toMatchObject({ code: 'certificate_key_too_small' })
  await expect(link(fakeVault(make('-newkey rsa:2048')))).rejects.toMatchObject({ code: 'key_vault_signature_wrong' })
  await expect(link(fakeVault(Buffer.from('x')))).rejects.toMatchObject({ code: 'key_vault_answer_unexpected' })
})

test('a newer version in the vault is told, while the linked one goes on signing until its key is disabled', async () => {
  const linked = await linkKeyVault(context(), editor, wish())
  expect(await newestVersion(context(), as('viewer'), linked.id)).toMatchObject({ isLinked: true })
  const { version, thumbprintSha1 } = await sandbox.control.makeVaultCertificate(keyVault.certificate)
  expect(await newestVersion(context(), editor, linked.id)).toMatchObject({ isLinked: false, version, thumbprintSha1 })

  const signer = await certificateSigner(context(), workspaceId, linked.id)
  expect(signer.certificate.thumbprintSha1).not.toBe(thumbprintSha1)
  expect(await signer.newestVersion?.()).toMatchObject({ isLinked: false, version })
  expect(await signer.sign('PS256', Buffer.from('x'))).toHaveLength(256)
  sandbox.control.changeVaultKey(keyVault.certificate, linked.keyVault?.version ?? '', { enabled: false })
  await expect(signer.sign('PS256', Buffer.from('x'))).rejects.toMatchObject({ code: 'key_vault_key_disabled' })

  const old = await linkKeyVault(context(), editor, wish({ vault: `${keyVault.url}/keys/azure-devops/${version}` }))
  expect(old.keyVault?.version).toBe(version)
})

test('a signer whose vault cannot be called is there all the same, and says so when it is to sign', async () => {
  const { id } = await linkKeyVault(context(), editor, wish())
  const refusing: OpenKeyVault = () => Promise.reject(new AppError('managed_identity_not_allowed'))
  const signer = await certificateSigner(context(refusing), workspaceId, id)
  await expect(signer.sign('PS256', Buffer.from('x'))).rejects.toMatchObject({ code: 'managed_identity_not_allowed' })
})

test('viewers may not link, and strangers see nothing of it', async () => {
  await expect(linkKeyVault(context(), as('viewer'), wish())).rejects.toMatchObject({ code: 'role_insufficient' })
  const { id } = await linkKeyVault(context(), editor, wish())
  const stranger = as('owner', crypto.randomUUID())
  await expect(newestVersion(context(), stranger, id)).rejects.toMatchObject({ code: 'not_found' })
  const { id: local } = await generateCertificate(context(), editor, {
    name: 'Here',
    commonName: 'here',
    lifetimeDays: 1,
    keySize: 2048,
  })
  await expect(newestVersion(context(), editor, local)).rejects.toMatchObject({ code: 'not_found' })
})

test.each([
  [{ vault: 'my vault' }, 'vault'],
  [{ certificateName: '' }, 'certificateName'],
  [{ certificateName: 'a_b' }, 'certificateName'],
  [{ caller: 'certificate', certificateId: '', tokenUrl, clientId }, 'certificateId'],
  [{ caller: 'certificate', certificateId: crypto.randomUUID(), tokenUrl: 'common', clientId }, 'tokenUrl'],
  [{ caller: 'certificate', certificateId: crypto.randomUUID(), tokenUrl, clientId: 'x' }, 'clientId'],
])('%j is refused at the field %s', (more, field) => {
  const form = { name: 'n', vault: 'contoso-vault', certificateName: 'c', caller: 'managed identity', ...more }
  const { error } = linkKeyVaultInput.safeParse(form)
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field)
})
