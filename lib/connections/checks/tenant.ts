import 'server-only'
import type { Check } from './check'

export const tenantCheck: Check = {
  id: 'tenant',
  requires: ['network-entra'],
  async run(_link, { askTenant }) {
    const { tenantId, issuer, regionScope } = await askTenant()
    const facts = [
      { label: 'Tenant', value: tenantId },
      { label: 'Issuer', value: issuer },
      ...(regionScope ? [{ label: 'Region', value: regionScope }] : []),
    ]
    return { verdict: 'passed', summary: `Tenant ${tenantId}.`, facts }
  },
}
