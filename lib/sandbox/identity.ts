import 'server-only'
import { createHash } from 'node:crypto'

/** Who is who in the emulated tenant. Ids follow from the seed, so a saved connection survives a restart. */
export interface SandboxIdentity {
  readonly tenantId: string
  readonly tenantDomain: string
  readonly tenantName: string
  readonly clientId: string
  readonly appDisplayName: string
  /** The object id of the app registration, which is often taken for the one below. */
  readonly objectId: string
  /** The object id of the enterprise application, which Azure DevOps knows the app by. */
  readonly servicePrincipalObjectId: string
  /** Of the server that a client of the sandbox runs on: a service principal without an app registration. */
  readonly managedIdentity: { readonly clientId: string; readonly objectId: string }
  readonly subscriptionId: string
  readonly keyVaultName: string
}

/** A GUID with the version and variant bits of a random one. */
export function guidOf(seed: number | string, name: string): string {
  const hex = createHash('sha256').update(`${seed}:${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** The same seed always gives the same tenant, app and service principal. */
export const identityOf = (seed: number): SandboxIdentity => ({
  tenantId: guidOf(seed, 'tenant'),
  tenantDomain: 'contoso.onmicrosoft.com',
  tenantName: 'Contoso',
  clientId: guidOf(seed, 'client'),
  appDisplayName: 'Certboard practice app',
  objectId: guidOf(seed, 'application'),
  servicePrincipalObjectId: guidOf(seed, 'service principal'),
  managedIdentity: { clientId: guidOf(seed, 'managed identity'), objectId: guidOf(seed, 'managed identity object') },
  subscriptionId: guidOf(seed, 'subscription'),
  keyVaultName: 'contoso-vault',
})
