import { z } from 'zod'
import { getCertificate } from '#lib/certificates/get'
import { cancelRotation, prepareRotation } from '#lib/connections/rotation/prepare'
import { nextCertificateInput } from '#lib/connections/rotation/schema'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

/** Puts the next certificate beside the current one. */
export const PUT = route({ allow: 'editor', params, body: nextCertificateInput }, async ({ member, params, body }) => {
  const context = await storageContext()
  const { id: certificateId } = await getCertificate(context, member, body.certificateId)
  const connection = await prepareRotation(context, member, params.id, certificateId)
  await record(member, 'rotation_prepared', subjectOfConnection(connection))
  return connection
})

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const connection = await cancelRotation(await storageContext(), member, params.id)
  await record(member, 'rotation_cancelled', subjectOfConnection(connection))
  return connection
})
