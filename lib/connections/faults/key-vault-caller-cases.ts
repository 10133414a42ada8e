import { AppError } from '#lib/platform/errors/index'
import { readCertificateFile } from '#lib/sandbox/control/certificate-file'
import { trustedKeyOf } from '#lib/sandbox/control/registered-certificate'
import { type FaultGroup, faultCase, type Place } from './fault-case'
import { inDays } from './key-pairs'
import { callerId, inKeyVault } from './key-vault-place'
import { answering, entraRefuses, failing, isToMachine } from './on-the-way'

const admin = 'entra administrator'
const field = 'certificateId'

const elsewhere = 'Assign an identity to the app in Azure, or choose another caller.'
const assign = 'Assign the identity, or correct MANAGED_IDENTITY_CLIENT_ID.'
const identity = 'Try again; look at the identity in the Azure portal.'
const copyIds = 'Link the certificate with the IDs of the app that calls the vault.'

/** Changes the app that calls the vault, and leaves that of the connection alone. */
const callerChanged = (change: (place: Place, clientId: string) => unknown) =>
  inKeyVault({ caller: 'app', before: (place) => change(place, callerId(place) ?? '') })

const machineSays = (status: number, body: object) =>
  inKeyVault(answering(isToMachine, () => Response.json(body, { status })))

export const keyVaultCallerCases: FaultGroup = {
  title: 'The caller of the key vault',
  cases: [
    faultCase(
      'The server is not in Azure, so nothing gives out tokens of an identity',
      elsewhere,
      ['certificate', 'managed_identity_unavailable', undefined, 'operator'],
      inKeyVault(failing(isToMachine, { code: 'ENETUNREACH' })),
    ),
    faultCase(
      'Nobody answers where the token service of Azure would be',
      elsewhere,
      ['certificate', 'managed_identity_unavailable', undefined, 'operator'],
      inKeyVault(failing(isToMachine, { code: 'UND_ERR_CONNECT_TIMEOUT' })),
    ),
    faultCase(
      'The metadata service of another cloud answers',
      elsewhere,
      ['certificate', 'managed_identity_unavailable', undefined, 'operator'],
      inKeyVault(answering(isToMachine, () => new Response('<html>Not Found</html>', { status: 404 }))),
    ),
    faultCase(
      'No identity is assigned to the virtual machine',
      assign,
      ['certificate', 'managed_identity_missing', undefined, 'operator'],
      inKeyVault({ before: ({ sandbox }) => sandbox.control.setConditions({ managedIdentity: 'missing' }) }),
    ),
    faultCase(
      'The token service of the machine refuses',
      identity,
      ['certificate', 'managed_identity_failed', undefined, 'operator'],
      machineSays(401, { error: 'unauthorized_client', error_description: 'The client is not authorized.' }),
    ),
    faultCase(
      'The token service of the machine has a fault',
      identity,
      ['certificate', 'managed_identity_failed', undefined, 'operator'],
      machineSays(500, { error: 'unknown', error_description: 'Failed to retrieve token from the Active directory.' }),
    ),
    faultCase(
      'Entra ID gives the identity no token for key vaults',
      identity,
      ['certificate', 'managed_identity_failed', undefined, 'operator'],
      machineSays(400, { error: 'invalid_resource', error_description: 'AADSTS500011: The resource was not found.' }),
    ),
    faultCase(
      'The identity of the server is not meant for this vault',
      'Add the vault to MANAGED_IDENTITY_VAULTS, or choose another caller.',
      ['certificate', 'managed_identity_not_allowed', undefined, 'operator'],
      inKeyVault({ certificate: () => ({ sign: () => Promise.reject(new AppError('managed_identity_not_allowed')) }) }),
    ),
    faultCase(
      'The certificate of the calling app is not on that app',
      'Upload the certificate of the caller to the app that calls the vault.',
      ['certificate', 'key_vault_caller_certificate_unknown', 2, admin, field],
      callerChanged(({ sandbox, stranger }, clientId) =>
        sandbox.control.removeCertificate(stranger.signer.thumbprintSha256, clientId),
      ),
    ),
    faultCase(
      'The certificate of the calling app has expired',
      'Make a new certificate for the app that calls the vault.',
      ['certificate', 'key_vault_caller_certificate_expired', 2, 'you', field],
      callerChanged(({ sandbox, stranger }, clientId) => {
        const terms = { notAfter: inDays(-1).toISOString() }
        sandbox.control.setKeys([trustedKeyOf(readCertificateFile(stranger.certificatePem), terms)], clientId)
      }),
    ),
    faultCase(
      'The calling app was deleted',
      copyIds,
      ['certificate', 'key_vault_caller_app_unknown', 2, 'you', field],
      callerChanged(({ sandbox }, clientId) => sandbox.control.deleteApp(clientId)),
    ),
    faultCase(
      'The Token URL of the calling app is that of no tenant',
      copyIds,
      ['certificate', 'key_vault_caller_app_unknown', 2, 'you', field],
      inKeyVault({
        caller: 'app',
        callerTokenUrl: 'https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/token',
      }),
    ),
    faultCase(
      'The calling app is disabled',
      'Let the app that calls the vault sign in.',
      ['certificate', 'key_vault_caller_disabled', 2, admin, field],
      callerChanged(({ sandbox }, clientId) => sandbox.control.changeApp(clientId, { servicePrincipal: 'disabled' })),
    ),
    faultCase(
      'The calling app has no enterprise application',
      'Make the enterprise application of the app that calls the vault.',
      ['certificate', 'key_vault_caller_not_added', 2, admin, field],
      callerChanged(({ sandbox }, clientId) => sandbox.control.changeApp(clientId, { servicePrincipal: 'missing' })),
    ),
    faultCase(
      'A policy of Conditional Access blocks the calling app',
      'Take the app that calls the vault out of the policy.',
      ['certificate', 'key_vault_caller_blocked', 2, admin, field],
      callerChanged(({ sandbox }) => sandbox.control.setConditions({ conditionalAccess: 'blocks' })),
    ),
    faultCase(
      'Entra ID refuses the calling app by a number that is rare there',
      'Do at the app that calls the vault what the number asks for.',
      ['certificate', 'key_vault_caller_refused', 2, admin, field],
      inKeyVault({ caller: 'app', ...entraRefuses(7000214) }),
    ),
    faultCase(
      'The clock of the server is ten minutes behind, and the calling app signs in',
      'Set the clock of the server by NTP.',
      ['certificate', 'AADSTS700024', 5, 'operator'],
      inKeyVault({
        caller: 'app',
        faults: [{ kind: 'clock skew', seconds: 600, route: 'POST login.microsoftonline.com/**' }],
      }),
    ),
    faultCase(
      'The calling app has a role that reads, and none that signs',
      'Give the caller a role that may sign.',
      ['certificate', 'key_vault_sign_role_missing', 2, 'key vault administrator', field],
      callerChanged(({ sandbox }, clientId) => sandbox.control.setVaultRoles(clientId, ['Key Vault Reader'])),
    ),
  ],
}
