import 'server-only'
import type { Some } from '../../control/changes'
import { azureDevOpsAppId } from '../../entra/scope'
import { guidOf } from '../../identity'
import { microsoftTenantId, oauth2PermissionScopes } from '../azure-devops'
import type { Json } from '../protocol/filter'
import type { GraphTenant } from '../protocol/route'

/** What an administrator can set of an enterprise application. */
interface Settings {
  readonly isEnabled: boolean
  readonly isAssignmentRequired: boolean
}

/** An enterprise application, as far as the sandbox knows of one. */
export interface ServicePrincipal extends Settings {
  readonly objectId: string
  readonly appId: string
  readonly displayName: string
  /** The tenant in which the app is registered. */
  readonly ownerTenantId: string
  readonly scopes: readonly Json[]
  readonly change: (settings: Some<Settings>) => void
  readonly remove: () => void
}

/** The service principal of Azure DevOps, which a tenant may lack. What an administrator did to it is a condition of the tenant. */
function azureDevOps({ identity, directory, control }: GraphTenant): ServicePrincipal[] {
  const condition = directory.conditions().azureDevOps
  if (condition === 'missing') return []
  const settings = { isEnabled: condition !== 'disabled', isAssignmentRequired: condition === 'assignment required' }
  return [
    {
      ...settings,
      objectId: guidOf(identity.tenantId, 'Azure DevOps'),
      appId: azureDevOpsAppId,
      displayName: 'Azure DevOps',
      ownerTenantId: microsoftTenantId,
      scopes: oauth2PermissionScopes,
      change({ isEnabled = settings.isEnabled, isAssignmentRequired = settings.isAssignmentRequired }) {
        const enabled = isAssignmentRequired ? 'assignment required' : 'enabled'
        control.setConditions({ azureDevOps: isEnabled ? enabled : 'disabled' })
      },
      remove: () => control.setConditions({ azureDevOps: 'missing' }),
    },
  ]
}

function stateOf(isEnabled: boolean | undefined) {
  if (isEnabled === undefined) return undefined
  return isEnabled ? 'enabled' : 'disabled'
}

const ownApps = ({ identity, directory, control }: GraphTenant): ServicePrincipal[] =>
  directory
    .apps()
    .filter(({ servicePrincipal }) => servicePrincipal !== 'missing')
    .map(({ clientId, displayName, servicePrincipal, servicePrincipalObjectId, isAssignmentRequired }) => ({
      isEnabled: servicePrincipal === 'enabled',
      isAssignmentRequired,
      objectId: servicePrincipalObjectId,
      appId: clientId,
      displayName,
      ownerTenantId: identity.tenantId,
      scopes: [],
      change: ({ isEnabled, ...settings }) =>
        control.changeApp(clientId, { ...settings, servicePrincipal: stateOf(isEnabled) }),
      remove: () => control.changeApp(clientId, { servicePrincipal: 'missing', isMember: false }),
    }))

/** All of the tenant's that the sandbox knows. */
export const servicePrincipals = (tenant: GraphTenant): readonly ServicePrincipal[] => [
  ...ownApps(tenant),
  ...azureDevOps(tenant),
]
