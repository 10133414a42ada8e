import { z } from 'zod'
import { setupDraft, setupId } from '#lib/setup/schema'
import { route } from '#server/route'
import { findDraft, removeDraft, writeDraft } from '#server/setup-drafts'

const params = z.object({ id: setupId })

/** One that was never written, or by an older version, is empty. */
export const GET = route(
  { allow: 'editor', params },
  async ({ member, params }) => (await findDraft(member, params.id)) ?? {},
)

export const PUT = route({ allow: 'editor', params, body: setupDraft }, ({ member, params, body }) =>
  writeDraft(member, params.id, body),
)

export const DELETE = route({ allow: 'editor', params }, ({ params }) => removeDraft(params.id))
