import { z } from 'zod'
import { getCertificate } from '#lib/certificates/get'
import { removeCertificate } from '#lib/certificates/remove'
import { certificateId } from '#lib/certificates/schema'
import { record } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: certificateId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  getCertificate(await storageContext(), member, params.id),
)

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const context = await storageContext()
  const certificate = await getCertificate(context, member, params.id)
  await removeCertificate(context, member, params.id)
  await record(member, 'certificate_removed', certificate)
})
