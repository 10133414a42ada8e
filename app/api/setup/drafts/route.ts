import { setupDraft } from '#lib/setup/schema'
import { route } from '#server/route'
import { startDraft } from '#server/setup-drafts'

/** Begins a setup. */
export const POST = route({ allow: 'editor', body: setupDraft }, async ({ member, body }) => ({
  id: await startDraft(member, body),
}))
