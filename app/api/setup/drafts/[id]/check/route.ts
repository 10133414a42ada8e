import { z } from 'zod'
import { ndjsonResponse } from '#lib/platform/http/ndjson'
import { setupId } from '#lib/setup/schema'
import { route } from '#server/route'
import { checkDraft } from '#server/setup-check'
import { readDraft } from '#server/setup-drafts'

const params = z.object({ id: setupId })

/** Looks at everything that can be known of the setup by now, and tells each of its six steps as it becomes known. */
export const POST = route({ allow: 'editor', params }, async ({ member, params, request }) =>
  ndjsonResponse(await checkDraft(member, await readDraft(member, params.id), request.signal)),
)
