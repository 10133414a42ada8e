import { z } from 'zod'
import { listLocations } from '#lib/connections/console/list-locations'
import { serviceHost } from '#lib/connections/console/schema'
import { connectionId } from '#lib/connections/schema'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })
const query = z.object({ host: serviceHost })

export const GET = route({ allow: 'editor', params, query }, async ({ member, params, query, request }) =>
  listLocations(await connectionLink(member, params.id), member, query.host, request.signal),
)
