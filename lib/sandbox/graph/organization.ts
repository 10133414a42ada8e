import 'server-only'
import { answerCollection } from './protocol/entities'
import { refuse } from './protocol/errors'
import type { Call } from './protocol/route'

const kind = { collection: 'organization', type: 'organization' }

/** The tenant itself, which is a collection of one. */
export function listOrganizations(call: Call) {
  const { tenantId, tenantName, tenantDomain } = call.tenant.identity
  const domain = {
    capabilities: 'Email, OfficeCommunicationsOnline',
    isDefault: true,
    isInitial: true,
    type: 'Managed',
  }
  const verifiedDomains = [{ ...domain, name: tenantDomain }]
  return answerCollection(call, kind, [{ id: tenantId, displayName: tenantName, tenantType: 'AAD', verifiedDomains }])
}

/** Only apps sign in here, and an app is nobody whom `/me` could mean. */
export function getMe(): never {
  throw refuse.meWithoutPerson()
}
