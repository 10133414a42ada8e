import { z } from 'zod'
import { getCertificate } from '#lib/certificates/get'
import { removeCertificate } from '#lib/certificates/remove'
import { certificateId } from '#lib/certificates/schema'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: certificateId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  getCertificate(await storageContext(), member, params.id),
)

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) =>
  removeCertificate(await storageContext(), member, params.id),
)
