import 'server-only'
import type { ReadToken, TokenHolder } from '../entra/access-token'
import { isAmong, keyVaultResources } from '../entra/scope'
import { refuse } from './errors'

interface Gate {
  /** What a token says that the tenant's token endpoint issued, if it is still good. */
  readonly readToken: (token: string) => Promise<ReadToken | undefined>
  /** The only one whose tokens are taken. */
  readonly tenantId: string
}

/**
 * Whoever sends a request.
 * @throws 401
 */
export async function callerOf(request: Request, { readToken, tenantId }: Gate): Promise<TokenHolder> {
  const token = request.headers.get('authorization')?.replace(/^Bearer */i, '') ?? ''
  if (token === '') throw refuse.noToken()
  const read = await readToken(token)
  if (!read) throw refuse.token()
  // Azure's vaults do not even forgive the slash at the end.
  if (!isAmong(keyVaultResources, read.resource) || read.resource.endsWith('/')) throw refuse.audience(read.resource)
  if (read.holder.tenantId !== tenantId) throw refuse.issuer(tenantId, read.holder.tenantId)
  return read.holder
}
