import { z } from 'zod'
import { route } from '#server/route'
import { changeSandbox } from '#server/sandbox-state'

const params = z.object({ clientId: z.guid(), thumbprint: z.string().regex(/^[0-9A-F]{40}$/, 'A SHA-1 thumbprint') })

export const DELETE = route({ allow: 'editor', params }, ({ params }) =>
  changeSandbox((control) => control.removeCertificate(params.thumbprint, params.clientId)),
)
