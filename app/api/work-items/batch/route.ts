import { readWorkItemBatch } from '#lib/work-items/read-batch'
import { readBatchInput } from '#lib/work-items/schema'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

export const POST = route({ allow: 'viewer', body: readBatchInput }, async ({ member, body, request }) => {
  const { endpoints } = await connectionLink(member, body.connectionId)
  return readWorkItemBatch(endpoints, member, body, request.signal)
})
