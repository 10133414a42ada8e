import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check, CheckNotes } from './check'

/** An organization that is backed by Microsoft accounts answers with this tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000'

/** Why the tenant is not known is the business of its own check. */
const tenantOfUrl = async ({ askTenant }: CheckNotes): Promise<string | undefined> => {
  try {
    return (await askTenant()).tenantId
  } catch {
    return undefined
  }
}

/** Reads, without any credential, which tenant the organization trusts: the most telling question before the token. */
export const organizationCheck: Check = {
  id: 'organization',
  requires: ['network-azure-devops'],
  after: ['tenant'],
  async run(link, notes) {
    const organization = present(link.settings.organization, link, 'organization')
    const [tenantId, ours] = await Promise.all([notes.askOrganizationTenant(), tenantOfUrl(notes)])
    const evidence = [
      { label: 'Tenant of the Token URL', value: ours ?? 'not known yet' },
      { label: `Tenant of ${organization}`, value: tenantId ?? 'not said' },
    ]
    if (tenantId === noTenant) throw new AppError('azure_devops_organization_without_tenant', { evidence })
    if (tenantId === undefined) {
      return { verdict: 'warned', summary: 'Azure DevOps did not say which tenant the organization trusts.' }
    }
    if (ours === undefined) {
      return {
        verdict: 'skipped',
        summary: `${organization} is connected to tenant ${tenantId}. Yours is not known yet.`,
      }
    }
    if (tenantId !== ours) throw new AppError('azure_devops_tenant_differs', { evidence })
    return { verdict: 'passed', summary: `${organization} is connected to this tenant.`, facts: evidence }
  },
}
