import 'server-only'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { fetchFor } from './azure-devops'
import { anonymousTransport } from './draft-link'

interface OrganizationTenant {
  readonly organization: string
  /** Absent where Azure DevOps does not say; all zeros for an organization of Microsoft accounts. */
  readonly tenantId?: string
}

/**
 * Asks Azure DevOps, without a credential, to which tenant an organization is connected.
 * @throws azure_devops_organization_unknown, azure_devops_unreachable
 */
export async function organizationTenant(
  organization: string,
  isSandbox: boolean,
  signal?: AbortSignal,
): Promise<OrganizationTenant> {
  const send = anonymousTransport(organization, await fetchFor(isSandbox))
  const tenantId = await createEndpoints(send).getOrganizationTenant({ signal })
  return { organization, ...(tenantId === undefined ? {} : { tenantId }) }
}
