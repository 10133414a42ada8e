import { z } from 'zod'
import { route } from '#server/route'
import { changeSandbox } from '#server/sandbox-state'

const params = z.object({ clientId: z.guid() })
const body = z.object({
  file: z.base64('The file could not be read').min(1, 'Choose a file').max(90_000, 'The file is too large'),
})

export const POST = route({ allow: 'editor', params, body }, ({ params, body }) =>
  changeSandbox(
    (control) => control.uploadCertificate(Buffer.from(body.file, 'base64'), params.clientId),
    'sandbox_certificate_refused',
  ),
)
