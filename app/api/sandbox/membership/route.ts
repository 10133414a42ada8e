import { z } from 'zod'
import { route } from '#server/route'
import { sandbox } from '#server/sandbox'
import { describeSandbox } from '#server/sandbox-state'

const body = z.object({ isMember: z.boolean() })

export const PUT = route({ allow: 'editor', body }, async ({ body }) => {
  const practice = await sandbox()
  if (body.isMember) practice.control.addMember()
  else practice.control.removeMember()
  return describeSandbox(practice)
})
