import 'server-only'
import { guidOf } from '../identity'

/**
 * Delegated permissions of Azure DevOps, with Microsoft's own ids: those that the documented setup names, and their
 * neighbours. The service has some sixty more.
 */
const scopes = [
  [
    'user_impersonation',
    'ee69721e-6c3a-468f-a9ec-302d16a4c599',
    'Have full access to Visual Studio Team Services REST APIs',
  ],
  ['vso.analytics', 'fcd8f1a4-ac62-487a-b198-13632f189646', 'Analytics (read)'],
  ['vso.build', '0d85fdcb-8267-4af0-857e-7f76b110fbdc', 'Build (read)'],
  ['vso.code', 'b325850d-aa53-41ed-b77a-c5036b2f39fa', 'Code (read)'],
  ['vso.graph', '75a97209-eb46-4571-9d6b-777ae5fcb245', 'Graph (read)'],
  ['vso.identity', 'e1bca0e2-994e-4688-b5f6-665b49ee1787', 'Identity (read)'],
  ['vso.memberentitlementmanagement', 'eafb48a2-84ed-4179-802a-5d6f1fe452f6', 'MemberEntitlement Management (read)'],
  [
    'vso.memberentitlementmanagement_write',
    '7f232b5a-2cf4-410c-833e-7fcb6175eb94',
    'MemberEntitlement Management (write)',
  ],
  ['vso.profile', '4ee63f9b-9e65-476c-a487-9fea1e00c7ef', 'User profile (read)'],
  ['vso.project', '7b1a2725-1134-40f5-a891-d20bbb122919', 'Project and team (read)'],
  ['vso.test', 'c0efe20b-0db1-4aec-9cb5-cdc097b2e773', 'Test management (read)'],
  ['vso.work', '3214d9aa-5551-4ef3-a866-22914177e2a4', 'Work items (read)'],
  ['vso.work_full', '3e49c96c-b24e-493b-a225-497a7b3805ab', 'Work items (full)'],
  ['vso.work_write', 'dfc8977a-1f87-4e99-95cb-4bd25e4f546d', 'Work items (read and write)'],
] as const

/** The tenant of Microsoft's own apps. */
export const microsoftTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

export const oauth2PermissionScopes = scopes.map(([value, id, name]) => ({
  adminConsentDescription: name,
  adminConsentDisplayName: name,
  id,
  isEnabled: true,
  type: 'User',
  userConsentDescription: name,
  userConsentDisplayName: name,
  value,
}))

/** The id of a permission; one that somebody set from outside and that the sandbox does not know gets an id all the same. */
export const idOfScope = (value: string): string =>
  scopes.find(([name]) => name === value)?.[1] ?? guidOf('scope', value)

/** The permission that has an id. */
export const scopeWithId = (id: string): string | undefined => scopes.find(([, one]) => one === id.toLowerCase())?.[0]
