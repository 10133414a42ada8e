import { z } from 'zod'
import { publicFile } from '#lib/certificates/public-file'
import { certificateId, publicFileFormats } from '#lib/certificates/schema'
import { fileResponse } from '#lib/platform/http/file'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: certificateId })
const query = z.object({ format: z.enum(publicFileFormats).default('cer') })

export const GET = route({ allow: 'viewer', params, query }, async ({ member, params, query }) =>
  fileResponse(await publicFile(await storageContext(), member, params.id, query.format)),
)
