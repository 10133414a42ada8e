import { setupDraft } from '#lib/setup/schema'
import { route } from '#server/route'
import { readDraft, writeDraft } from '#server/session'

/** A draft that an older version wrote is worth nothing to this one, so it starts empty. */
export const GET = route({ allow: 'editor' }, async () => {
  const draft = setupDraft.safeParse(await readDraft())
  return draft.success ? draft.data : {}
})

export const PUT = route({ allow: 'editor', body: setupDraft }, async ({ body }) => writeDraft(body))
