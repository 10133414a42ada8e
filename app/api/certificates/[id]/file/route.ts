import { z } from 'zod'
import { publicFile } from '#lib/certificates/public-file'
import { certificateId, publicFileFormats } from '#lib/certificates/schema'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: certificateId })
const query = z.object({ format: z.enum(publicFileFormats).default('cer') })

export const GET = route({ allow: 'viewer', params, query }, async ({ member, params, query }) => {
  const { bytes, fileName, contentType } = await publicFile(await storageContext(), member, params.id, query.format)
  return new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  })
})
