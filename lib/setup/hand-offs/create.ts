import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { hashOf, newSecret } from '#lib/platform/link-secret'
import type { SetupDraft } from '../schema'
import type { HandOffInput, NewHandOff } from './schema'
import { type HandOffsContext, insertHandOff, toHandOff } from './store'

const day = 86_400_000

/**
 * Hands some steps of a setup on: makes the secret of a link by which somebody without an account does them. The secret
 * is told once and kept as a hash.
 * @throws role_insufficient, storage_unavailable
 */
export async function createHandOff(
  context: HandOffsContext,
  { id: memberId, workspaceId, role }: Member,
  { helper, days }: HandOffInput,
  draft: SetupDraft,
  now = new Date(),
): Promise<NewHandOff> {
  requireRole({ id: memberId, workspaceId, role }, 'editor')
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + days * day)
  const row = await insertHandOff(
    context,
    { workspaceId, memberId, secretHash: hashOf(secret), helper, expiresAt },
    draft,
  )
  return { ...(await toHandOff(context, row)), secret }
}
