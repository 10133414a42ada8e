import { z } from 'zod'
import { getConnection } from '#lib/connections/get'
import { removeConnection } from '#lib/connections/remove'
import { connectionId, connectionInput } from '#lib/connections/schema'
import { updateConnection } from '#lib/connections/update'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  getConnection(await storageContext(), member, params.id),
)

export const PUT = route({ allow: 'editor', params, body: connectionInput }, async ({ member, params, body }) => {
  const connection = await updateConnection(await storageContext(), member, params.id, body)
  await record(member, 'connection_changed', subjectOfConnection(connection))
  return connection
})

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const context = await storageContext()
  const connection = await getConnection(context, member, params.id)
  await removeConnection(context, member, params.id)
  await record(member, 'connection_removed', subjectOfConnection(connection))
})
