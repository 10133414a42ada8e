import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ConnectionLink } from './link'
import type { TokenReceipt } from './schema'

/**
 * Asks Entra ID for a new token, past the cache, and says what came back – never the token itself.
 * @throws role_insufficient, any AADSTS code, entra_unreachable, entra_unexpected_answer, entra_throttled
 */
export async function generateToken(link: ConnectionLink, member: Member, signal?: AbortSignal): Promise<TokenReceipt> {
  requireRole(member, 'editor')
  const started = performance.now()
  const token = await link.tokenSource.fresh(signal)
  return {
    tokenType: token.tokenType,
    expiresIn: token.expiresIn,
    receivedAt: token.receivedAt,
    algorithm: token.algorithm,
    ...(token.byPrevious && { byPrevious: token.byPrevious }),
    durationMs: Math.round(performance.now() - started),
  }
}
