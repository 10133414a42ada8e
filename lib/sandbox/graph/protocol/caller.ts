import 'server-only'
import { decodeJwt } from 'jose'
import type { ReadToken } from '../../entra/access-token'
import { graphResources, isAmong } from '../../entra/scope'
import { type GraphError, refuse } from './errors'

/** Why a token that does not verify is refused. */
function refusalOf(token: string, now: Date): GraphError {
  try {
    const { exp = Number.POSITIVE_INFINITY } = decodeJwt(token)
    return exp * 1000 <= now.getTime() ? refuse.expiredToken() : refuse.token()
  } catch {
    return refuse.malformedToken()
  }
}

interface Reading {
  readonly readToken: (token: string) => Promise<ReadToken | undefined>
  readonly now: Date
}

/**
 * The application permissions of whoever sends a request.
 * @throws 401
 */
export async function rolesOf(request: Request, { readToken, now }: Reading): Promise<readonly string[]> {
  const token = request.headers.get('authorization')?.replace(/^Bearer */i, '') ?? ''
  if (token === '') throw refuse.noToken()
  const read = await readToken(token)
  if (!read) throw refusalOf(token, now)
  if (!isAmong(graphResources, read.resource)) throw refuse.audience()
  return read.roles
}

/** @throws 403 */
export function requirePermission(roles: readonly string[], permissions: readonly string[]): void {
  if (permissions.length > 0 && !permissions.some((one) => roles.includes(one))) throw refuse.denied()
}
