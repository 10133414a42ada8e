import { z } from 'zod'
import { expiryCalendar } from '#lib/certificates/expiry/calendar'
import { certificateId } from '#lib/certificates/schema'
import { fileResponse } from '#lib/platform/http/file'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: certificateId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  fileResponse(await expiryCalendar(await storageContext(), member, params.id)),
)
