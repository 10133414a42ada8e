import { z } from 'zod'
import { parse } from '#lib/platform/http/body'
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

/** Puts values into a draft and gives the whole of it. Helpers see the new values too. */
export const PATCH = route({ allow: 'editor', params, body: setupDraft }, async ({ member, params, body }) => {
  const draft = parse(setupDraft, { ...(await findDraft(member, params.id)), ...body })
  await writeDraft(member, params.id, draft)
  await updateHandOffs(await storageContext(), member, draft)
  return draft
})

export const DELETE = route({ allow: 'editor', params }, ({ params }) => removeDraft(params.id))
