import { z } from 'zod'
import { getWorkItem } from '#lib/work-items/get'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) })
const query = z.object({ connectionId: z.uuid('Choose a connection') })

export const GET = route({ allow: 'viewer', params, query }, async ({ member, params, query, request }) => {
  const { endpoints, settings } = await connectionLink(member, query.connectionId)
  return getWorkItem({ endpoints, organization: settings.organization }, member, params.id, request.signal)
})
