import 'server-only'
import { createDevOps } from '../devops'
import { createTestTenant, member, now } from '../devops/test-organization'

/** The organization that is judged: small, and the caller may do everything in it. */
export const createJudgedOrganization = () =>
  createDevOps({
    organization: 'contoso',
    tenant: createTestTenant('collection administrators'),
    seed: 1,
    items: 60,
    now: () => now,
    identify: () => Promise.resolve(member),
  })
