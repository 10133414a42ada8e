import { z } from 'zod'
import { createHandOff } from '#lib/setup/hand-offs/create'
import { handOffInput } from '#lib/setup/hand-offs/schema'
import { setupId } from '#lib/setup/schema'
import { record, subjectOfHandOff } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'
import { readDraft } from '#server/setup-drafts'

const params = z.object({ id: setupId })

/** Makes a link for a helper; its secret is told in this answer and never again. */
export const POST = route({ allow: 'editor', params, body: handOffInput }, async ({ member, params, body }) => {
  const handOff = await createHandOff(await storageContext(), member, body, await readDraft(member, params.id))
  await record(member, 'hand_off_created', subjectOfHandOff(handOff))
  return handOff
})
