import { z } from 'zod'
import { shownToHelper } from '#lib/setup/hand-offs/open'
import { reportHandOff } from '#lib/setup/hand-offs/report'
import { handOffId } from '#lib/setup/hand-offs/schema'
import { setupDraft } from '#lib/setup/schema'
import { storageContext } from '#server/context'
import { handOffInHand, handOffSecret } from '#server/hand-offs'
import { route } from '#server/route'

const params = z.object({ id: handOffId })

/** Keeps what the helper has entered; values that are not the helper's to set are left out. */
export const PATCH = route({ allow: 'anyone', params, body: setupDraft }, async ({ params, body }) => {
  await reportHandOff(await storageContext(), await handOffSecret(params.id), body)
  return shownToHelper((await handOffInHand(params.id)).draft)
})
