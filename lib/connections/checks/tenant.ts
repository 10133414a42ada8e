import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

/** Entra ID tolerates about five minutes; a clock that is a minute off is already worth a word. */
const tolerableSkewSeconds = 60

export const tenantCheck: Check = {
  id: 'tenant',
  requires: [],
  async run(link, notes, signal) {
    const discoverTenant = present(link.discoverTenant, link, 'tokenUrl')
    const { tenantId, clockSkewSeconds = 0 } = await discoverTenant(signal)
    notes.tenantId = tenantId
    const summary = `Tenant ${tenantId}.`
    if (Math.abs(clockSkewSeconds) <= tolerableSkewSeconds) return { verdict: 'passed', summary }
    const detail = `This server's clock is ${Math.abs(clockSkewSeconds)} s ${clockSkewSeconds > 0 ? 'ahead of' : 'behind'} Microsoft's.`
    return { verdict: 'warned', summary, problem: new AppError('clock_skewed', { detail }) }
  },
}
