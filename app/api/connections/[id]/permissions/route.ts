import { z } from 'zod'
import { readPermissions } from '#lib/connections/permissions/read-permissions'
import { permissionsInput } from '#lib/connections/permissions/schema'
import { connectionId } from '#lib/connections/schema'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const GET = route(
  { allow: 'viewer', params, query: permissionsInput },
  async ({ member, params, query, request }) =>
    readPermissions(await connectionLink(member, params.id), member, { ...query, signal: request.signal }),
)
