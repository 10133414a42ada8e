import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

/** An organization that is backed by Microsoft accounts answers with this tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000'

/** Reads, without any credential, which tenant the organization trusts: the most telling question before the token. */
export const organizationCheck: Check = {
  id: 'organization',
  requires: [],
  async run(link, notes, signal) {
    const organization = present(link.settings.organization, link, 'organization')
    const endpoints = present(link.endpoints, link, 'organization')
    const tenantId = await endpoints.getOrganizationTenant({ signal })
    const evidence = [
      { label: 'Tenant of the Token URL', value: notes.tenantId ?? 'not known yet' },
      { label: `Tenant of ${organization}`, value: tenantId ?? 'not said' },
    ]
    if (tenantId === noTenant) throw new AppError('azure_devops_organization_without_tenant', { evidence })
    if (tenantId === undefined) {
      return { verdict: 'warned', summary: 'Azure DevOps did not say which tenant the organization trusts.' }
    }
    if (notes.tenantId === undefined) {
      return {
        verdict: 'skipped',
        summary: `${organization} is connected to tenant ${tenantId}. Yours is not known yet.`,
      }
    }
    if (tenantId !== notes.tenantId) throw new AppError('azure_devops_tenant_differs', { evidence })
    return { verdict: 'passed', summary: `${organization} is connected to this tenant.` }
  },
}
