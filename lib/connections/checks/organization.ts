import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import type { Check } from './check'

/** An organization that is backed by Microsoft accounts answers with this tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000'

/** Reads, without any credential, which tenant the organization trusts: the most telling question before the token. */
export const organizationCheck: Check = {
  id: 'organization',
  requires: ['tenant'],
  async run({ endpoints, settings }, notes, signal) {
    const tenantId = await endpoints.getOrganizationTenant({ signal })
    const evidence = [
      { label: 'Tenant of the Token URL', value: notes.tenantId ?? '' },
      { label: `Tenant of ${settings.organization}`, value: tenantId ?? 'not said' },
    ]
    if (tenantId === noTenant) throw new AppError('azure_devops_organization_without_tenant', { evidence })
    if (tenantId === undefined) {
      return { verdict: 'warned', summary: 'Azure DevOps did not say which tenant the organization trusts.' }
    }
    if (tenantId !== notes.tenantId) throw new AppError('azure_devops_tenant_differs', { evidence })
    return { verdict: 'passed', summary: `${settings.organization} is connected to this tenant.` }
  },
}
