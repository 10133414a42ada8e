import 'server-only'
import type { Call } from '../protocol/call'

/**
 * Whether the caller's licence opens Boards and little else: Microsoft documents that a stakeholder sees no private
 * repositories and no Analytics.
 */
export function isStakeholder({ store, caller }: Pick<Call, 'store' | 'caller'>): boolean {
  const subject = store.members.findServicePrincipal(caller.objectId)
  if (!subject) return false
  return store.members.entitlements.of(subject.id).licence.accountLicenseType.toLowerCase() === 'stakeholder'
}
