import 'server-only'
import { refuse } from './errors'

export const azureDevOpsAppId = '499b84ac-1321-427f-aa17-267ca6975798'
export const azureDevOpsResources = [azureDevOpsAppId, 'https://app.vssps.visualstudio.com'] as const

/** Microsoft Graph, Azure Resource Manager and Key Vault: every tenant has them. */
export const graphResources = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000']
export const managementResources = ['https://management.azure.com', 'https://management.core.windows.net']
export const keyVaultResources = ['https://vault.azure.net', 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093']
const knownResources: readonly string[] = [
  ...azureDevOpsResources,
  ...graphResources,
  ...managementResources,
  ...keyVaultResources,
]

/** Whether a resource is one of those; the Azure CLI asks for two of them with a slash at the end. */
export const isAmong = (resources: readonly string[], resource: string): boolean =>
  resources.includes(resource.toLowerCase().replace(/^(https:.+)\/$/, '$1'))

const suffix = '/.default'

/** Scopes that ask for no access token; that they alone give this number is documentation's word only. */
const openIdScopes = ['openid', 'profile', 'email', 'offline_access']

/** @throws 500011 */
export function requireKnown(resource: string, tenantName: string): void {
  if (!isAmong(knownResources, resource)) throw refuse.unknownResource(resource, tenantName)
}

/**
 * The resource that a scope asks for, in the form in which it was asked for.
 * @throws 90014, 28002, 1002012, 70011, 700022
 */
export function resourceOf(scope: string): string {
  const values = scope.split(' ').filter((value) => value !== '')
  const [first] = values
  if (first === undefined) throw refuse.emptyField('scope')
  if (values.every((value) => openIdScopes.includes(value))) throw refuse.onlyOpenIdScopes(scope)
  if (values.some((value) => !value.endsWith(suffix))) throw refuse.scopeForm(scope)
  const resource = first.slice(0, -suffix.length)
  if (resource === '') throw refuse.scopeWithoutResource(scope)
  if (values.some((value) => value !== first)) throw refuse.severalResources()
  return resource
}
