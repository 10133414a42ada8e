import { z } from 'zod'
import { organization } from '#lib/platform/azure-devops/schema'
import { organizationTenant } from '#server/organization-tenant'
import { route } from '#server/route'

const query = z.object({ name: organization, sandbox: z.enum(['true', 'false']) })

/** To which tenant an organization is connected, which Azure DevOps tells to everybody. */
export const GET = route({ allow: 'editor', query }, ({ query, request }) =>
  organizationTenant(query.name, query.sandbox === 'true', request.signal),
)
