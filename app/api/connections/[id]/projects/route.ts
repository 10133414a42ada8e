import { z } from 'zod'
import { listProjects } from '#lib/connections/list-projects'
import { connectionId } from '#lib/connections/schema'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params, request }) =>
  listProjects(await connectionLink(member, params.id), member, request.signal),
)
