import { z } from 'zod'
import { generateToken } from '#lib/connections/generate-token'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const POST = route({ allow: 'editor', params }, async ({ member, params, request }) => {
  const link = await connectionLink(member, params.id)
  const receipt = await generateToken(link, member, request.signal)
  await record(member, 'token_generated', subjectOfConnection({ id: params.id, settings: link.settings }))
  return receipt
})
