import 'server-only'
import { organizationOf } from '#lib/platform/addresses/organization'
import { parseTokenUrl } from '#lib/platform/addresses/token-url'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import type { SetupDraft } from '#lib/setup/schema'
import { anonymousTransport } from './draft-link'
import { fetchFor } from './network'

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

/** An organization of Microsoft accounts says this tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000'

/** The Token URL that follows from a draft's organization; nothing where Azure DevOps cannot be asked or does not say. */
export async function tokenUrlOfOrganization(
  { organization = '', sandbox = false }: SetupDraft,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const name = organizationOf(organization)
  if (name === undefined) return undefined
  try {
    const { tenantId = noTenant } = await organizationTenant(name, sandbox, signal)
    const parsed = parseTokenUrl(tenantId)
    return tenantId !== noTenant && 'url' in parsed ? parsed.url : undefined
  } catch {
    signal?.throwIfAborted()
    return undefined
  }
}
