import 'server-only'
import type { VaultRole } from '../control/key-vault-state'
import type { ReadToken, TokenHolder } from '../entra/access-token'
import { isAmong, keyVaultResources } from '../entra/scope'
import { refuse } from './errors'

/** What somebody wants to do, by the names that Azure gives to rights. */
export type Action = 'certificates/read' | 'keys/read' | 'keys/sign/action'

/** Of each role's rights those that matter here. The third one may also read secrets, and thus private keys. */
const actionsOf: Readonly<Record<VaultRole, readonly Action[]>> = {
  'Key Vault Reader': ['certificates/read', 'keys/read'],
  'Key Vault Crypto User': ['keys/read', 'keys/sign/action'],
  'Key Vault Certificate User': ['certificates/read', 'keys/read'],
}

export const mayDo = (roles: readonly VaultRole[], action: Action): boolean =>
  roles.some((role) => actionsOf[role].includes(action))

/**
 * Whoever sends a request.
 * @throws 401
 */
export async function callerOf(
  request: Request,
  readToken: (token: string) => Promise<ReadToken | undefined>,
): Promise<TokenHolder> {
  const token = request.headers.get('authorization')?.replace(/^Bearer */i, '') ?? ''
  if (token === '') throw refuse.noToken()
  const read = await readToken(token)
  if (!read) throw refuse.token()
  // Azure's vaults do not even forgive the slash at the end.
  if (!isAmong(keyVaultResources, read.resource) || read.resource.endsWith('/')) throw refuse.audience(read.resource)
  return read.holder
}
