import { z } from 'zod'
import { publicFile } from '#lib/certificates/public-file'
import { certificateId, publicFileFormats } from '#lib/certificates/schema'
import { AppError } from '#lib/platform/errors/index'
import { fileResponse } from '#lib/platform/http/file'
import { handOffId } from '#lib/setup/hand-offs/schema'
import { storageContext } from '#server/context'
import { handOffInHand } from '#server/hand-offs'
import { route } from '#server/route'

const params = z.object({ id: handOffId })
const query = z.object({ format: z.enum(publicFileFormats).default('cer') })

/** The public file of the certificate that the helper is to upload. */
export const GET = route({ allow: 'anyone', params, query }, async ({ params, query }) => {
  const { member, draft } = await handOffInHand(params.id)
  const id = certificateId.safeParse(draft.certificateId).data
  if (!id) throw new AppError('not_found', { detail: 'No certificate has been chosen yet.' })
  return fileResponse(await publicFile(await storageContext(), member, id, query.format))
})
