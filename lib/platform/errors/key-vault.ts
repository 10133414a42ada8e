import type { CatalogEntry } from './entry'

/** What Azure Key Vault says when it is asked for a certificate or a signature, and what is wrong with its caller. */
export const keyVaultErrors = {
  key_vault_forbidden: {
    status: 403,
    owner: 'key vault administrator',
    title: 'The key vault does not let this caller do that',
    cause:
      'Reading the certificate and signing with its key are two rights. The caller lacks the one that is named below, or was given it only a few minutes ago.',
    remedy:
      'At the vault, under Access control (IAM), give the caller the roles “Key Vault Crypto User” and “Key Vault Reader”. Where the vault works with access policies: the key permission Sign and the certificate permission Get. Wait some minutes, then try again.',
  },
  key_vault_firewall: {
    status: 403,
    owner: 'key vault administrator',
    title: 'The firewall of the key vault does not let this server in',
    cause: 'The vault answers only to networks that are listed, and this server comes from another one.',
    remedy: 'At the vault, under Networking, add the public address of this server, or allow all networks.',
  },
  key_vault_other_tenant: {
    status: 401,
    owner: 'key vault administrator',
    title: 'The key vault does not accept the caller’s token',
    cause: 'A vault belongs to one tenant and takes only tokens of that one. This caller comes from another.',
    remedy: 'Choose a caller of the vault’s own tenant. The answer below names the tenant that the vault expects.',
  },
  key_vault_unknown: {
    status: 404,
    title: 'There is no key vault of this name',
    cause:
      'Every vault has an address of its own, and this one is not known: the name is mistyped, or the vault was deleted.',
    remedy: 'Copy the “Vault URI” from the Overview page of the vault in the Azure portal.',
  },
  key_vault_not_found: {
    status: 404,
    owner: 'key vault administrator',
    title: 'The key vault has no such certificate or key',
    cause: 'The name or the version is mistyped, or it was deleted.',
    remedy:
      'Look under Certificates in the vault; a key or a secret alone is no certificate. What was deleted can be recovered under “Manage deleted certificates”.',
  },
  key_vault_key_disabled: {
    status: 403,
    owner: 'key vault administrator',
    title: 'The key in the vault is switched off',
    cause: 'Its version is disabled, or its time is over or has not begun. Such a key does not sign.',
    remedy: 'Enable the version in the vault, or link a version that is in force.',
  },
  key_vault_throttled: {
    status: 503,
    owner: 'microsoft',
    title: 'The key vault has too much to do',
    cause: 'Azure limits what a vault does in ten seconds. Whatever else uses the vault counts as well.',
    remedy: 'Try again in a minute. If it happens often, keep the certificate in a vault of its own.',
  },
  key_vault_unreachable: {
    status: 502,
    owner: 'operator',
    title: 'The key vault cannot be reached',
    cause: 'The connection failed before the vault answered.',
    remedy: 'Check the name of the vault, and that this server may reach it on port 443.',
  },
  key_vault_timeout: {
    status: 504,
    owner: 'operator',
    title: 'The key vault does not answer in time',
    cause: 'The connection stands, but no complete answer came.',
    remedy: 'Try again. If it stays, check the network between this server and Azure.',
  },
  key_vault_answer_unexpected: {
    status: 502,
    owner: 'microsoft',
    title: 'The key vault answers something else',
    cause: 'The answer is not what Azure Key Vault is documented to send.',
    remedy: 'Try again. If it stays, look at the answer below: a proxy in between may have written it.',
  },
  key_vault_signature_wrong: {
    status: 422,
    owner: 'key vault administrator',
    title: 'The key in the vault does not belong to the certificate',
    cause: 'A test signature was made, and the public key of the certificate does not verify it.',
    remedy: 'Create or import the certificate in the vault anew, with its own key, and link that one.',
  },
  managed_identity_missing: {
    status: 502,
    owner: 'operator',
    title: 'This server has no managed identity',
    cause:
      'Only servers in Azure have one, and only where somebody has assigned it. Nothing on this machine gives out its tokens, or not those of the identity that was asked for.',
    remedy:
      'Assign an identity to the virtual machine, App Service or Container App, and set MANAGED_IDENTITY_CLIENT_ID if it is a user-assigned one. Outside Azure choose another certificate as the caller.',
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
