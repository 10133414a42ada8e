import { z } from 'zod'
import { retirePreviousCertificate } from '#lib/connections/rotation/retire'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { trialLink } from '#server/azure-devops'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const current = await trialLink(member, params.id, 'current')
  const connection = await retirePreviousCertificate(await storageContext(), member, params.id, current)
  await record(member, 'certificate_retired', subjectOfConnection(connection))
  return connection
})
