import type { CatalogEntry } from './entry'

/** What the administrator of a vault mends: who may do what there, and from where. */
const accessErrors = {
  key_vault_forbidden: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key vault refuses this caller',
    cause: 'It gives a reason for which Certboard has no finding of its own, such as a policy of the subscription.',
    remedy:
      'Show the answer below to whoever manages the vault: it names the caller, what the caller wanted to do, and why not.',
    step: 2,
  },
  key_vault_sign_role_missing: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The caller has no role at the key vault that lets it sign',
    cause:
      'The vault works with roles (Azure RBAC). Signing is a right of its own, which none of the roles of the caller includes, or not yet: a new role needs some minutes to take effect.',
    remedy:
      'At the vault, under Access control (IAM), give the caller the role “Key Vault Crypto User”. Wait some minutes, then test again.',
    step: 2,
  },
  key_vault_sign_policy_missing: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The access policies of the key vault do not let the caller sign',
    cause:
      'The vault works with access policies, and that of the caller lacks the key permission Sign, or there is none.',
    remedy: 'At the vault, under Access policies, give the caller the key permission “Sign”. Then test again.',
    step: 2,
  },
  key_vault_read_role_missing: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The caller has no role at the key vault that lets it read the certificate',
    cause:
      'The vault works with roles (Azure RBAC). Signing goes without this right; linking a certificate and knowing of its newer versions do not. A new role needs some minutes to take effect.',
    remedy:
      'At the vault, under Access control (IAM), give the caller the role “Key Vault Reader”. Wait some minutes, then try again.',
    step: 2,
  },
  key_vault_read_policy_missing: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The access policies of the key vault do not let the caller read the certificate',
    cause:
      'The vault works with access policies, and that of the caller lacks the certificate permission Get. Signing goes without it; linking a certificate and knowing of its newer versions do not.',
    remedy: 'At the vault, under Access policies, give the caller the certificate permission “Get”. Then try again.',
    step: 2,
  },
  key_vault_firewall: {
    status: 403,
    owner: 'key vault administrator',
    title: 'The firewall of the key vault does not let this server in',
    cause: 'The vault answers only to networks that are listed, and this server comes from another one.',
    remedy: 'At the vault, under Networking, add the public address of this server, or allow all networks.',
  },
  key_vault_private_only: {
    status: 403,
    owner: 'key vault administrator',
    title: 'The key vault is closed to public networks',
    cause: 'Its public network access is disabled, so it answers by private endpoints alone.',
    remedy:
      'At the vault, under Networking, allow selected networks and add the public address of this server. Or have HTTPS_PROXY set to a proxy that stands in the network of a private endpoint of the vault.',
  },
  key_vault_other_tenant: {
    status: 401,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key vault belongs to another tenant than its caller',
    cause:
      'A vault takes only tokens of the tenant that it belongs to. The caller comes from another, or the vault stayed behind when its subscription was moved.',
    remedy:
      'Link the certificate with a caller of the tenant that is named below. Or have the tenant ID of the vault changed to that of the caller.',
    step: 2,
  },
} as const satisfies Record<string, CatalogEntry>

/** What is wrong with a certificate in a vault or with its key. */
const keyErrors = {
  key_vault_not_found: {
    status: 404,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key vault has no such certificate',
    cause: 'The name or the version is mistyped, or it was deleted.',
    remedy:
      'Look under Certificates in the vault; a key or a secret alone is no certificate. What was deleted can be recovered under “Manage deleted certificates”.',
    step: 2,
  },
  key_vault_key_deleted: {
    status: 404,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key is not in the key vault any more',
    cause: 'The certificate was deleted there, and its key with it. The vault keeps for a while what was deleted.',
    remedy:
      'In the vault, under Certificates, open “Manage deleted certificates” and recover it. Once it is purged, link another certificate, upload that to the app and choose it for the connection.',
    step: 2,
  },
  key_vault_key_disabled: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key in the key vault is switched off',
    cause: 'This version of the certificate is disabled, and then its key does not sign.',
    remedy: 'In the vault, under Certificates, open this version and enable it.',
    step: 2,
  },
  key_vault_key_expired: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The time of the key in the key vault is over',
    cause: 'Its expiration date has passed, or the vault’s clock is further than ours. Such a key does not sign.',
    remedy:
      'Set a later expiration date for this version, if its certificate is still valid. Else make a new version, link it, upload it to the app and choose it for the connection.',
    step: 2,
  },
  key_vault_key_not_yet_valid: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The time of the key in the key vault has not begun',
    cause: 'Its activation date is still to come. Such a key does not sign.',
    remedy: 'Set an earlier activation date for this version in the vault, or wait for it.',
    step: 2,
  },
  key_vault_key_may_not_sign: {
    status: 403,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key in the key vault is not made for signing',
    cause:
      'Signing is not among its permitted operations: they follow from the key usages in the policy of its certificate, and those name no digital signature.',
    remedy:
      'Add the key usage “Digital Signature” to the policy of the certificate, make a new version of it, link that, upload it to the app and choose it for the connection.',
    step: 2,
  },
  key_vault_signature_wrong: {
    status: 422,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'The key in the key vault does not belong to the certificate',
    cause: 'The vault signed, and the public key of the certificate does not verify what it signed.',
    remedy:
      'Create or import the certificate in the vault anew, with its own key; link that one, upload it to the app and choose it for the connection.',
    step: 2,
  },
  key_vault_newer_version: {
    status: 422,
    field: 'certificateId',
    title: 'The key vault has a newer version of the certificate',
    cause:
      'Vaults renew certificates by themselves. The connection goes on with the version that was linked, which the app registration knows, and stops when that one ends.',
    remedy:
      'Link the newer version under Certificates. Then rotate: the page of the connection leads from the old certificate to the new one without a break, under Rotation.',
    step: 2,
  },
} as const satisfies Record<string, CatalogEntry>

/** What lies between this server and the vault, or in Azure itself. */
const reachErrors = {
  key_vault_unknown: {
    status: 404,
    owner: 'key vault administrator',
    field: 'certificateId',
    title: 'There is no key vault of this name',
    cause:
      'Every vault has an address of its own, and this one is not known: the name is mistyped, or the vault was deleted.',
    remedy:
      'In the Azure portal open Key vaults: a deleted one is recovered under “Manage deleted vaults”. For another name copy the “Vault URI” from the Overview page of the vault and link the certificate anew.',
    step: 2,
  },
  key_vault_domain_not_allowed: {
    status: 422,
    owner: 'operator',
    field: 'certificateId',
    title: 'Certboard does not call key vaults of this domain',
    cause:
      'Addresses are typed by people, so only vaults under vault.azure.net and the domains of KEY_VAULT_DOMAINS are called.',
    remedy: 'Add the domain of this vault to KEY_VAULT_DOMAINS and start Certboard again.',
    step: 2,
  },
  key_vault_private_address: {
    status: 502,
    owner: 'operator',
    title: 'The name of the key vault leads to a private address',
    cause:
      'The vault has a private endpoint in the network of this server. Certboard itself calls public addresses only, because names are typed by people.',
    remedy:
      'Set HTTPS_PROXY to a proxy that reaches the private endpoint; the proxy then resolves names. Or let this server resolve the public address of the vault, and have the vault’s firewall let it in.',
  },
  key_vault_unreachable: {
    status: 502,
    owner: 'operator',
    title: 'The key vault cannot be reached',
    cause: 'The connection failed before the vault answered.',
    remedy: 'Look at the reason below, and check that this server may reach the vault on port 443.',
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
    owner: 'operator',
    title: 'Something else answers in place of the key vault',
    cause:
      'The answer is not what Azure Key Vault is documented to send: a proxy or a captive portal wrote or changed it.',
    remedy:
      'Ask who runs the proxy or firewall between this server and the host below to let the host pass, unchanged.',
  },
  key_vault_request_refused: {
    status: 502,
    owner: 'operator',
    title: 'The key vault does not understand the request',
    cause: 'Something changed the request on its way, or this vault speaks another version of its API than Certboard.',
    remedy:
      'Look at the answer below. If nothing on the way changes requests, report it with the request ID: the fault is ours.',
  },
  key_vault_throttled: {
    status: 503,
    owner: 'microsoft',
    title: 'The key vault has too much to do',
    cause: 'Azure limits what a vault does in ten seconds. Whatever else uses the vault counts as well.',
    remedy: 'Try again in a minute. If it happens often, keep the certificate in a vault of its own.',
  },
  key_vault_unavailable: {
    status: 503,
    owner: 'microsoft',
    title: 'Azure Key Vault has a fault',
    cause: 'It answers with an error of its own. Certboard has tried more than once.',
    remedy: 'Wait some minutes, then test again. If it stays, look at azure.status.microsoft.',
  },
  key_vault_token_refused: {
    status: 401,
    owner: 'microsoft',
    title: 'The key vault does not accept the token of its caller',
    cause:
      'Entra ID issued the token a moment ago for this tenant, and Certboard has asked for another one: the vault cannot verify it, takes it for expired, or the access of the caller was just revoked.',
    remedy:
      'Test again in some minutes. If it stays, see whether the caller was disabled in Entra ID, and give Microsoft’s support the request ID below.',
  },
} as const satisfies Record<string, CatalogEntry>

/** What Azure Key Vault says when it is asked for a certificate or a signature, and what stands between. */
export const keyVaultErrors = { ...accessErrors, ...keyErrors, ...reachErrors }
