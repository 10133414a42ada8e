import { z } from 'zod'
import { generateToken } from '#lib/connections/generate-token'
import { connectionId } from '#lib/connections/schema'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const POST = route({ allow: 'editor', params }, async ({ member, params, request }) =>
  generateToken(await connectionLink(member, params.id), member, request.signal),
)
