import { z } from 'zod'
import { updateHandOffs } from '#lib/setup/hand-offs/update'
import { setupDraft, setupId } from '#lib/setup/schema'
import { storageContext } from '#server/context'
import { route } from '#server/route'
import { findDraft, removeDraft, writeDraft } from '#server/setup-drafts'

const params = z.object({ id: setupId })

/** One that was never written, or by an older version, is empty. */
export const GET = route(
  { allow: 'editor', params },
  async ({ member, params }) => (await findDraft(member, params.id)) ?? {},
)

/** Helpers see the new values too. */
export const PUT = route({ allow: 'editor', params, body: setupDraft }, async ({ member, params, body }) => {
  await writeDraft(member, params.id, body)
  await updateHandOffs(await storageContext(), member, body)
})

export const DELETE = route({ allow: 'editor', params }, ({ params }) => removeDraft(params.id))
