import { z } from 'zod'
import { reportHandOff } from '#lib/setup/hand-offs/report'
import { handOffId } from '#lib/setup/hand-offs/schema'
import { setupDraft } from '#lib/setup/schema'
import { storageContext } from '#server/context'
import { handOffSecret } from '#server/hand-offs'
import { route } from '#server/route'

const params = z.object({ id: handOffId })

/** Keeps what the helper has entered; values that are not the helper's to set are left out. */
export const PUT = route({ allow: 'anyone', params, body: setupDraft }, async ({ params, body }) =>
  reportHandOff(await storageContext(), await handOffSecret(params.id), body),
)
