import { z } from 'zod'
import { ndjsonResponse } from '#lib/platform/http/ndjson'
import { handOffId } from '#lib/setup/hand-offs/schema'
import { handOffInHand, paceOfHandOff } from '#server/hand-offs'
import { route } from '#server/route'
import { checkDraft } from '#server/setup-check'

const params = z.object({ id: handOffId })

/** Looks at the setup on behalf of the one who asked for help. */
export const POST = route({ allow: 'anyone', params }, async ({ params, request }) => {
  const { member, draft } = await handOffInHand(params.id)
  await paceOfHandOff(params.id, request.signal)
  return ndjsonResponse(await checkDraft(member, draft, request.signal))
})
