import { z } from 'zod'
import { getHandOff } from '#lib/setup/hand-offs/get'
import { revokeHandOff } from '#lib/setup/hand-offs/revoke'
import { handOffId } from '#lib/setup/hand-offs/schema'
import { record, subjectOfHandOff } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: handOffId })

export const GET = route({ allow: 'editor', params }, async ({ member, params }) =>
  getHandOff(await storageContext(), member, params.id),
)

/** Takes the link back. What the helper has entered stays to be seen. */
export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const context = await storageContext()
  const handOff = await getHandOff(context, member, params.id)
  await revokeHandOff(context, member, params.id)
  if (!handOff.revokedAt) await record(member, 'hand_off_revoked', subjectOfHandOff(handOff))
})
