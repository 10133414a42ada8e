import { z } from 'zod'
import { switchInput } from '#lib/connections/rotation/schema'
import { switchCertificate, switchCertificateBack } from '#lib/connections/rotation/switch'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { trialLink } from '#server/azure-devops'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const POST = route({ allow: 'editor', params, body: switchInput }, async ({ member, params, body }) => {
  const next = await trialLink(member, params.id, 'next')
  const options = { graceDays: body.graceDays, next }
  const connection = await switchCertificate(await storageContext(), member, params.id, options)
  await record(member, 'certificate_switched', subjectOfConnection(connection))
  return connection
})

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const connection = await switchCertificateBack(await storageContext(), member, params.id)
  await record(member, 'certificate_switched_back', subjectOfConnection(connection))
  return connection
})
