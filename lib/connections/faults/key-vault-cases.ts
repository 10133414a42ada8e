import type { VaultPermission, VaultRole } from '#lib/sandbox/control/key-vault-state'
import { type FaultGroup, faultCase, type Mishap, type Place } from './fault-case'
import { inDays, validFor } from './key-pairs'
import { certificateName, inKeyVault, linkedVersion } from './key-vault-place'
import { answering, changing, isSigning, isToVault } from './on-the-way'

const admin = 'key vault administrator'
const field = 'certificateId'

const asMachine = ({ sandbox }: Place): string => sandbox.info.managedIdentity.clientId

/** The vault works with roles, and the caller has these. */
const withRoles = (...roles: VaultRole[]): Mishap =>
  inKeyVault({ before: (place) => place.sandbox.control.setVaultRoles(asMachine(place), roles) })

/** The vault works with access policies, and the caller has these. */
const withPermissions = (...permissions: VaultPermission[]): Mishap =>
  inKeyVault({
    before(place) {
      const { control } = place.sandbox
      control.configureVault({ access: 'access policies' })
      control.setVaultPermissions(asMachine(place), permissions)
    },
  })

const configured = (changes: Parameters<Place['sandbox']['control']['configureVault']>[0]): Mishap =>
  inKeyVault({ before: ({ sandbox }) => sandbox.control.configureVault(changes) })

const keyChanged = (changes: Parameters<Place['sandbox']['control']['changeVaultKey']>[2]): Mishap =>
  inKeyVault({
    before: (place) => place.sandbox.control.changeVaultKey(certificateName, linkedVersion(place), changes),
  })

const newerVersion = ({ sandbox, stranger }: Place) =>
  sandbox.control.importVaultCertificate(certificateName, {
    certificate: stranger.certificatePem,
    privateKey: stranger.privateKeyPem,
  })

/** An answer of Key Vault for which the sandbox has no condition. */
const vaultSays = (status: number, error: object, headers = {}, isConcerned = isToVault): Mishap =>
  inKeyVault(
    answering(isConcerned, () =>
      Response.json({ error }, { status, headers: { 'x-ms-request-id': crypto.randomUUID(), ...headers } }),
    ),
  )

/** The signature becomes another one on its way, and the rest of the answer stays. */
const signatureChanged = (change: (signature: Buffer) => Uint8Array): Mishap =>
  inKeyVault(
    changing(isSigning, (text) => {
      const { kid, value } = JSON.parse(text)
      return Response.json({ kid, value: Buffer.from(change(Buffer.from(value, 'base64url'))).toString('base64url') })
    }),
  )

const signRole = 'Give the caller a role that may sign.'
const signPermission = 'Give the caller the key permission Sign.'
const network = 'Let the address of this server through the firewall of the vault.'
const publicNetwork = 'Allow selected networks, or use a proxy beside a private endpoint.'
const recover = 'Recover the certificate in the vault, or link another.'
const ownKey = 'Make the certificate in the vault anew with its own key.'
const token = 'Wait, then test again; see whether the caller was disabled.'
const rotate = 'Link the newer version, and rotate to it.'
const changed = 'Find what changes the request on its way, or report a fault of Certboard.'
const wait = 'Wait, then test again.'

export const keyVaultCases: FaultGroup = {
  title: 'A certificate in Azure Key Vault',
  cases: [
    faultCase(
      'The caller has a role that reads, and none that signs',
      signRole,
      ['certificate', 'key_vault_sign_role_missing', 2, admin, field],
      withRoles('Key Vault Reader', 'Key Vault Certificate User'),
    ),
    faultCase(
      'The caller has no role at the vault',
      signRole,
      ['certificate', 'key_vault_sign_role_missing', 2, admin, field],
      withRoles(),
    ),
    faultCase(
      'The caller may sign, and no role lets it read the certificate',
      'Give the caller a role that may read certificates.',
      ['certificate', 'key_vault_read_role_missing', 2, admin, field],
      // Whoever may sign may, by its role, read keys as well, but no certificates.
      withRoles('Key Vault Crypto User'),
    ),
    faultCase(
      'The access policy of the caller lacks the key permission Sign',
      signPermission,
      ['certificate', 'key_vault_sign_policy_missing', 2, admin, field],
      withPermissions('certificates get', 'keys get'),
    ),
    faultCase(
      'The vault was switched from roles to access policies, and has none',
      signPermission,
      ['certificate', 'key_vault_sign_policy_missing', 2, admin, field],
      configured({ access: 'access policies' }),
    ),
    faultCase(
      'The access policy of the caller lacks the certificate permission Get',
      'Give the caller the certificate permission Get.',
      ['certificate', 'key_vault_read_policy_missing', 2, admin, field],
      withPermissions('keys sign'),
    ),
    faultCase(
      'An access policy is missing, by the code of old',
      signPermission,
      ['certificate', 'key_vault_sign_policy_missing', 2, admin, field],
      vaultSays(403, { code: 'Forbidden', message: 'Access denied', innererror: { code: 'AccessDenied' } }),
    ),
    faultCase(
      'The vault forbids it for a reason that nobody has told us',
      'Show the answer to the administrator of the vault.',
      ['certificate', 'key_vault_forbidden', 2, admin, field],
      vaultSays(403, { code: 'Forbidden', message: 'Not today.', innererror: { code: 'ForbiddenBySomethingNew' } }),
    ),
    faultCase(
      'The firewall of the vault does not know this server',
      network,
      ['certificate', 'key_vault_firewall', undefined, admin],
      configured({ network: 'selected' }),
    ),
    faultCase(
      'The network security perimeter of the vault does not know this server (unverified)',
      network,
      ['certificate', 'key_vault_firewall', undefined, admin],
      vaultSays(403, {
        code: 'Forbidden',
        message: 'Request was not allowed by NSP rules and the client address is not authorized.',
        innererror: { code: 'ForbiddenByNsp' },
      }),
    ),
    faultCase(
      'The vault answers private endpoints alone',
      publicNetwork,
      ['certificate', 'key_vault_private_only', undefined, admin],
      configured({ network: 'private endpoints' }),
    ),
    faultCase(
      'The vault answers private endpoints alone, not even trusted services',
      publicNetwork,
      ['certificate', 'key_vault_private_only', undefined, admin],
      vaultSays(403, {
        code: 'Forbidden',
        message:
          "Connection is not an approved private link and caller was ignored because bypass is not set to 'AzureServices' and PublicNetworkAccess is set to 'Disabled'.",
        innererror: { code: 'ForbiddenByConnection' },
      }),
    ),
    faultCase(
      'The vault belongs to another tenant',
      'Call the vault by an app of its own tenant.',
      ['certificate', 'key_vault_other_tenant', 2, admin, field],
      configured({ tenant: 'another' }),
    ),
    faultCase(
      'The vault takes every token for expired',
      token,
      ['certificate', 'key_vault_token_refused', undefined, 'microsoft'],
      inKeyVault({ faults: [{ kind: 'expired token', route: '*.vault.azure.net/**' }] }),
    ),
    faultCase(
      'The vault cannot verify the token',
      token,
      ['certificate', 'key_vault_token_refused', undefined, 'microsoft'],
      vaultSays(401, {
        code: 'Unauthorized',
        message: 'AKV10046: Unable to resolve the key used for signature validation.',
      }),
    ),
    faultCase(
      'The certificate was deleted in the vault',
      recover,
      ['certificate', 'key_vault_key_deleted', 2, admin, field],
      inKeyVault({ before: ({ sandbox }) => sandbox.control.deleteVaultCertificate(certificateName) }),
    ),
    faultCase(
      'The certificate was purged and made anew, so its versions are others',
      recover,
      ['certificate', 'key_vault_key_deleted', 2, admin, field],
      vaultSays(404, { code: 'KeyNotFound', message: 'A key with (name/id) x was not found in this key vault.' }),
    ),
    faultCase(
      'The linked version is disabled',
      'Enable the version in the vault.',
      ['certificate', 'key_vault_key_disabled', 2, admin, field],
      keyChanged({ enabled: false }),
    ),
    faultCase(
      'The key was given an earlier end than its certificate (unverified)',
      'Set a later end, or link a newer version.',
      ['certificate', 'key_vault_key_expired', 2, admin, field],
      keyChanged({ notAfter: inDays(-1).toISOString() }),
    ),
    faultCase(
      'The key was given a later beginning than its certificate (unverified)',
      'Set an earlier beginning, or wait.',
      ['certificate', 'key_vault_key_not_yet_valid', 2, admin, field],
      keyChanged({ notBefore: inDays(2).toISOString() }),
    ),
    faultCase(
      'The key usages of the certificate name no digital signature',
      'Make a version whose key usages name it.',
      ['certificate', 'key_vault_key_may_not_sign', 2, admin, field],
      inKeyVault({ choices: { maySign: false } }),
    ),
    faultCase(
      'The key in the vault is not that of the certificate',
      ownKey,
      ['certificate', 'key_vault_signature_wrong', 2, admin, field],
      inKeyVault({ privateKey: ({ stranger }) => stranger.privateKeyPem }),
    ),
    faultCase(
      'The key in the vault has another size than that of the certificate',
      ownKey,
      ['certificate', 'key_vault_signature_wrong', 2, admin, field],
      signatureChanged((signature) => Buffer.concat([signature, signature])),
    ),
    faultCase(
      'The vault has renewed the certificate by itself',
      rotate,
      ['certificate', 'key_vault_newer_version', 2, 'you', field],
      inKeyVault({ before: newerVersion }),
    ),
    faultCase(
      'The linked version ends within a month, and the vault has a newer one',
      rotate,
      ['certificate', 'key_vault_newer_version', 2, 'you', field],
      inKeyVault({
        before: newerVersion,
        certificate: () => ({ certificate: validFor(-300, 9) }),
      }),
    ),
    faultCase(
      'The vault does not know this version of its API',
      changed,
      ['certificate', 'key_vault_request_refused', undefined, 'operator'],
      vaultSays(400, {
        code: 'BadParameter',
        message:
          'The specified version (7.4) is not recognized. Consider using the latest supported version (2016-10-01).',
      }),
    ),
    faultCase(
      'The vault has too much to do and asks for a moment',
      'Wait, or give the certificate a vault of its own.',
      ['certificate', 'key_vault_throttled', undefined, 'microsoft'],
      inKeyVault({ faults: [{ kind: 'throttled', retryAfter: 5, route: '*.vault.azure.net/**' }] }),
    ),
    faultCase(
      'The vault has too much to do and asks for ten minutes',
      'Wait, or give the certificate a vault of its own.',
      ['certificate', 'key_vault_throttled', undefined, 'microsoft'],
      inKeyVault({ faults: [{ kind: 'throttled', retryAfter: 600, route: '*.vault.azure.net/**' }] }),
    ),
    faultCase(
      'The vault has a fault of its own (unverified)',
      wait,
      ['certificate', 'key_vault_unavailable', undefined, 'microsoft'],
      vaultSays(500, { code: 'InternalServerError', message: 'An internal error occurred.' }),
    ),
    faultCase(
      'A gateway of Azure answers that the vault is away',
      wait,
      ['certificate', 'key_vault_unavailable', undefined, 'microsoft'],
      inKeyVault({ faults: [{ kind: 'server error', status: 503, route: '*.vault.azure.net/**' }] }),
    ),
  ],
}
