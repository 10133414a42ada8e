import { z } from 'zod'
import { AppError } from '#lib/platform/errors/index'
import { route } from '#server/route'
import { sandbox } from '#server/sandbox'
import { describeSandbox } from '#server/sandbox-state'

const body = z.object({
  file: z.base64('The file could not be read').min(1, 'Choose a file').max(90_000, 'The file is too large'),
})

export const POST = route({ allow: 'editor', body }, async ({ body }) => {
  const practice = await sandbox()
  try {
    practice.control.uploadCertificate(Buffer.from(body.file, 'base64'))
  } catch (cause) {
    throw new AppError('sandbox_certificate_refused', { cause })
  }
  return describeSandbox(practice)
})
