import { searchInput } from '#lib/work-items/schema'
import { searchWorkItems } from '#lib/work-items/search'
import { connectionLink } from '#server/azure-devops'
import { route } from '#server/route'

export const POST = route({ allow: 'viewer', body: searchInput }, async ({ member, body, request }) => {
  const { endpoints } = await connectionLink(member, body.connectionId)
  return searchWorkItems(endpoints, member, body, request.signal)
})
