import type { CatalogEntry } from './entry'

/** What keeps the caller of a vault from getting a token, told apart from the same about the app of the connection. */
export const keyVaultCallerErrors = {
  key_vault_caller_certificate_unknown: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'Entra ID does not know the certificate of the key vault’s caller',
    cause:
      'An app calls the vault and signs in with a certificate of its own, which is not the one in the vault. That one is not uploaded to this app, or was removed.',
    remedy:
      'In the Entra admin center open the app that calls the vault, then Certificates & secrets > Certificates, and upload the public certificate with the thumbprint shown here.',
    step: 2,
  },
  key_vault_caller_certificate_expired: {
    status: 422,
    field: 'certificateId',
    title: 'The certificate of the key vault’s caller has expired',
    cause:
      'An app calls the vault and signs in with a certificate of its own, which is not the one in the vault. That one has ended.',
    remedy:
      'Make a new certificate for the app that calls the vault, upload it there, and link the certificate in the vault anew with that caller.',
    step: 2,
  },
  key_vault_caller_app_unknown: {
    status: 422,
    field: 'certificateId',
    title: 'The app that calls the key vault is not in its tenant',
    cause: 'The Client ID or the Token URL of the caller is mistyped, or the app was deleted.',
    remedy:
      'Copy Application (client) ID and Directory (tenant) ID from the Overview page of the app that calls the vault, and link the certificate in the vault anew with them.',
    step: 2,
  },
  key_vault_caller_disabled: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'The app that calls the key vault is disabled',
    cause: 'Sign-in was switched off for its enterprise application, so it gets no token for the vault.',
    remedy:
      'In Enterprise applications open the app that calls the vault, then Properties, and set “Enabled for users to sign in” to Yes.',
    step: 2,
  },
  key_vault_caller_not_added: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'The app that calls the key vault has no enterprise application',
    cause:
      'It was registered with a tool that does not make its service principal, which is what tokens are issued to and what has rights at the vault.',
    remedy:
      'Run “az ad sp create --id <client ID of the caller>”, then give the new service principal its rights at the vault.',
    step: 2,
  },
  key_vault_caller_blocked: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'A Conditional Access policy blocks the app that calls the key vault',
    cause:
      'The tenant of the vault has a policy for workload identities, usually by location: the address from which Certboard reaches Microsoft is not allowed.',
    remedy:
      'Give the administrator of the vault’s tenant the outgoing IP address of this Certboard and ask to allow it for the app that calls the vault.',
    step: 2,
  },
  key_vault_caller_refused: {
    status: 422,
    owner: 'entra administrator',
    field: 'certificateId',
    title: 'Entra ID gives the key vault’s caller no token',
    cause: 'An app calls the vault and has to sign in first. Entra ID refuses that, for the reason shown here.',
    remedy: 'Do what is shown beside the number, at the app that calls the vault and not at that of the connection.',
    step: 2,
  },
  managed_identity_unavailable: {
    status: 502,
    owner: 'operator',
    title: 'Nothing on this server gives out tokens of a managed identity',
    cause:
      'The token service of Azure does not answer. This server is not in Azure, or it is an App Service or a Container App without an identity.',
    remedy:
      'In Azure, assign an identity to the App Service or Container App and start Certboard again. Elsewhere link the certificate anew, with an app with another certificate as the caller.',
  },
  managed_identity_missing: {
    status: 502,
    owner: 'operator',
    title: 'This server has no such managed identity',
    cause:
      'The token service of Azure answers, and knows no identity of this machine, or not the one that was asked for.',
    remedy:
      'Assign an identity to the virtual machine, App Service or Container App. Set MANAGED_IDENTITY_CLIENT_ID to its client ID if it is a user-assigned one, and to nothing if not.',
  },
  managed_identity_failed: {
    status: 502,
    owner: 'operator',
    title: 'The managed identity of this server got no token',
    cause: 'The machine’s own token service answered with an error, or not as documented.',
    remedy: 'Try again in a minute. If it stays, look at the answer below and at the identity in the Azure portal.',
  },
  managed_identity_not_allowed: {
    status: 403,
    owner: 'operator',
    title: 'This server’s managed identity is not meant for this key vault',
    cause:
      'The identity belongs to whoever runs this server, who says which vaults members may use by it. This vault is not among them.',
    remedy:
      'Add the name of the vault to MANAGED_IDENTITY_VAULTS and start Certboard again, or choose another certificate as the caller.',
  },
} as const satisfies Record<string, CatalogEntry>
