import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { isAppError } from '#lib/platform/errors/index'
import type { SetupDraft } from '../schema'
import { type HandOffsContext, selectHandOff, writeSealed } from './store'

/**
 * Lets the helpers of a setup see its values as they are now. A link that is gone is left alone: the setup goes on
 * without it.
 * @throws role_insufficient
 */
export async function updateHandOffs(context: HandOffsContext, member: Member, draft: SetupDraft): Promise<void> {
  requireRole(member, 'editor')
  for (const id of draft.handOffs ?? []) {
    try {
      await writeSealed(context, 'sealedDraft', await selectHandOff(context.db, member.workspaceId, id), draft)
    } catch (error) {
      if (!isAppError(error) || error.code !== 'not_found') throw error
    }
  }
}
