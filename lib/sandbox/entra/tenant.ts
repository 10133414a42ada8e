import 'server-only'
import type { SandboxIdentity } from '../identity'
import { refuse } from './errors'

/** Azure's global cloud; the first name is the one that documents and tokens use. */
export const loginHosts = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net']

export const authority = 'https://login.microsoftonline.com'

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const emptyGuid = '00000000-0000-0000-0000-000000000000'
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

export const isOurTenant = (tenant: string, { tenantId, tenantDomain }: SandboxIdentity): boolean =>
  [tenantId, tenantDomain].includes(tenant.toLowerCase())

/**
 * Accepts our tenant by GUID or domain, case ignored, and refuses all others in the way they deserve.
 * @throws 90002, 900023, 90013
 */
export function requireTenant(tenant: string, identity: SandboxIdentity): void {
  if (isOurTenant(tenant, identity)) return
  const name = tenant.toLowerCase()
  if (/[<>]/.test(name)) throw refuse.tenantCharacters()
  if (name === emptyGuid) throw refuse.emptyTenant(tenant)
  if (guid.test(name) || domain.test(name)) throw refuse.unknownTenant(tenant)
  throw refuse.malformedTenant(tenant)
}
