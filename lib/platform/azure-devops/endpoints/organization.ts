import 'server-only'
import { z } from 'zod'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import {
  connectionDataAnswer,
  entitlementAnswer,
  projectsAnswer,
  resourceLocationsAnswer,
  type TeamProject,
} from '../answers'
import { tenantIn } from '../errors'
import type { Send } from '../transport'
import type { Cancellable } from './cancellable'

/** Exists as a preview only, so it fails under a plain version such as 7.0. */
const connectionData = { method: 'GET', path: '_apis/connectionData', apiVersion: '7.1-preview.1' } as const

/** What is asked of the organization as a whole. */
export function organizationEndpoints(send: Send) {
  async function getProjects({ signal }: Cancellable = {}): Promise<TeamProject[]> {
    const projects: TeamProject[] = []
    let continuationToken: string | undefined
    do {
      const query = { continuationToken, $top: 1000 }
      const page = await send(projectsAnswer, { method: 'GET', path: '_apis/projects', query, signal })
      projects.push(...page.data.value)
      const next = page.headers.get('x-ms-continuationtoken') ?? undefined
      // The same token twice would mean the same page for ever.
      continuationToken = next === continuationToken ? undefined : next
    } while (continuationToken)
    return projects
  }

  return {
    /** Which organization this is, and who it takes us for. */
    async getConnectionData({ signal }: Cancellable = {}) {
      const { data } = await send(connectionDataAnswer, { ...connectionData, signal })
      return data
    },

    /**
     * The ID of the tenant to which the organization is connected, asked without a token; all zeros when it belongs to
     * Microsoft accounts. Undefined when Azure DevOps does not say.
     * @throws azure_devops_organization_unknown
     */
    async getOrganizationTenant({ signal }: Cancellable = {}) {
      const { headers } = await send(z.unknown(), { ...connectionData, anonymous: true, signal })
      return tenantIn(headers)
    },

    /**
     * The access level of a service principal, by its identity ID. Microsoft does not say who may ask this about
     * itself, so a refusal means nothing.
     */
    async getServicePrincipalEntitlement({ id, signal }: Cancellable & { readonly id: string }) {
      const path = `_apis/serviceprincipalentitlements/${id}`
      const request = { method: 'GET', host: 'vsaex.dev.azure.com', path, apiVersion: '7.1-preview.1', signal } as const
      const { data } = await send(entitlementAnswer, request)
      return data.accessLevel
    },

    /** The resources of a service: their paths, and the versions that they have. */
    async getResourceLocations({ host, signal }: Cancellable & { readonly host: ServiceHost }) {
      const request = { method: 'OPTIONS', host, path: '_apis', apiVersion: 'none', signal } as const
      return (await send(resourceLocationsAnswer, request)).data.value
    },

    /** Asks Analytics for nothing, which it still refuses to a stakeholder. @throws VS403527 */
    async touchAnalytics({ signal }: Cancellable = {}) {
      const query = { $select: 'WorkItemId', $top: 1 }
      const path = '_odata/v4.0-preview/WorkItems'
      const request = {
        method: 'GET',
        host: 'analytics.dev.azure.com',
        path,
        query,
        apiVersion: 'none',
        signal,
      } as const
      await send(z.unknown(), request)
    },

    /** All projects that the app sees, however many pages they fill. */
    getProjects,
  }
}
