import { z } from 'zod'
import { listProjects } from '#lib/connections/list-projects'
import { setupId } from '#lib/setup/schema'
import { draftLink } from '#server/draft-link'
import { route } from '#server/route'
import { readDraft } from '#server/setup-drafts'

const params = z.object({ id: setupId })

/** The projects that the app sees, once the values of the draft lead to them. */
export const GET = route({ allow: 'editor', params }, async ({ member, params, request }) =>
  listProjects(await draftLink(member.workspaceId, await readDraft(member, params.id)), member, request.signal),
)
