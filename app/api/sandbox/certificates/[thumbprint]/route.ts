import { z } from 'zod'
import { route } from '#server/route'
import { sandbox } from '#server/sandbox'
import { describeSandbox } from '#server/sandbox-state'

const params = z.object({ thumbprint: z.string().regex(/^[0-9A-F]{40}$/, 'A SHA-1 thumbprint') })

export const DELETE = route({ allow: 'editor', params }, async ({ params }) => {
  const practice = await sandbox()
  practice.control.removeCertificate(params.thumbprint)
  return describeSandbox(practice)
})
