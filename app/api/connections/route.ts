import { createConnection } from '#lib/connections/create'
import { listConnections } from '#lib/connections/list'
import { connectionInput } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

export const GET = route({ allow: 'viewer' }, async ({ member }) => listConnections(await storageContext(), member))

export const POST = route({ allow: 'editor', body: connectionInput }, async ({ member, body }) => {
  const connection = await createConnection(await storageContext(), member, body)
  await record(member, 'connection_created', subjectOfConnection(connection))
  return connection
})
