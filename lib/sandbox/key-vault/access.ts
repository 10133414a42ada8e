import 'server-only'
import type { KeyVaultState, VaultPermission, VaultRole } from '../control/key-vault-state'
import type { TokenHolder } from '../entra/access-token'
import type { SandboxIdentity } from '../identity'
import { refuse } from './errors'

/** What somebody wants to do, by the names that Azure gives to rights. */
export type Action = 'certificates/read' | 'keys/read' | 'keys/sign/action'

/** Of each role's rights those that matter here. The third one may also read secrets, and thus private keys. */
const actionsOf: Readonly<Record<VaultRole, readonly Action[]>> = {
  'Key Vault Reader': ['certificates/read', 'keys/read'],
  'Key Vault Crypto User': ['keys/read', 'keys/sign/action'],
  'Key Vault Certificate User': ['certificates/read', 'keys/read'],
}

interface Wish {
  readonly caller: TokenHolder
  readonly action: Action
  readonly permission: VaultPermission
  readonly pathname: string
}

/** @throws 403 */
function requireRole({ caller, action, pathname }: Wish, vault: KeyVaultState, identity: SandboxIdentity): void {
  const roles = vault.roles[caller.clientId] ?? []
  if (roles.some((role) => actionsOf[role].includes(action))) return
  const { keyVaultName, subscriptionId } = identity
  const id = `/subscriptions/${subscriptionId}/resourcegroups/contoso/providers/microsoft.keyvault/vaults/${keyVaultName}`
  throw refuse.denied({ caller, action, resource: `${id}${pathname}`, vault: keyVaultName })
}

/** @throws 403 */
function requirePermission({ caller, permission }: Wish, { permissions }: KeyVaultState, vault: string): void {
  if (!permissions[caller.clientId]?.includes(permission)) throw refuse.notPermitted({ caller, permission, vault })
}

/**
 * Looks where a caller comes from, and then whether it may do what it wants.
 * @throws 403
 */
export function requireAccess(wish: Wish, vault: KeyVaultState, identity: SandboxIdentity): void {
  const { access, network } = vault.settings
  const refused = { caller: wish.caller, vault: identity.keyVaultName }
  if (network === 'selected') throw refuse.address(refused)
  if (network === 'private endpoints') throw refuse.publicAccess(refused)
  if (access === 'roles') requireRole(wish, vault, identity)
  else requirePermission(wish, vault, identity.keyVaultName)
}
