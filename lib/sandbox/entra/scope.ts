import 'server-only'
import { refuse } from './errors'

export const azureDevOpsAppId = '499b84ac-1321-427f-aa17-267ca6975798'
export const azureDevOpsResources = [azureDevOpsAppId, 'https://app.vssps.visualstudio.com'] as const

/** Resources of every tenant for which a token is issued as well, only to be refused by Azure DevOps. */
const otherResources = [
  'https://management.azure.com',
  'https://graph.microsoft.com',
  '00000003-0000-0000-c000-000000000000',
]
const knownResources: readonly string[] = [...azureDevOpsResources, ...otherResources]

const suffix = '/.default'

/**
 * The resource that a scope asks for, in the form in which it was asked for.
 * @throws 90014, 1002012, 70011, 700022, 500011
 */
export function resourceOf(scope: string, tenantName: string): string {
  const values = scope.split(' ').filter((value) => value !== '')
  const [first] = values
  if (first === undefined) throw refuse.emptyField('scope')
  if (values.some((value) => !value.endsWith(suffix))) throw refuse.scopeForm(scope)
  const resource = first.slice(0, -suffix.length)
  if (resource === '') throw refuse.scopeWithoutResource(scope)
  if (values.some((value) => value !== first)) throw refuse.severalResources()
  if (!knownResources.includes(resource.toLowerCase())) throw refuse.unknownResource(resource, tenantName)
  return resource
}
