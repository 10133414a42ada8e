import { z } from 'zod'
import { getConnection } from '#lib/connections/get'
import { removeConnection } from '#lib/connections/remove'
import { connectionId, connectionInput } from '#lib/connections/schema'
import { updateConnection } from '#lib/connections/update'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  getConnection(await storageContext(), member, params.id),
)

export const PUT = route({ allow: 'editor', params, body: connectionInput }, async ({ member, params, body }) =>
  updateConnection(await storageContext(), member, params.id, body),
)

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) =>
  removeConnection(await storageContext(), member, params.id),
)
