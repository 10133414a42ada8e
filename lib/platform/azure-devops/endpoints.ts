import 'server-only'
import { z } from 'zod'
import {
  connectionDataAnswer,
  entitlementAnswer,
  fieldsAnswer,
  projectsAnswer,
  type TeamProject,
  wiqlAnswer,
  workItemAnswer,
  workItemsBatchAnswer,
  workItemTypesAnswer,
} from './answers'
import { tenantIn } from './errors'
import type { Send } from './transport'

export type { WorkItem, WorkItemInBatch } from './answers'
export type Endpoints = ReturnType<typeof createEndpoints>

interface Cancellable {
  readonly signal?: AbortSignal | undefined
}

interface QueryByWiql extends Cancellable {
  /** Gives `@project` and the default team their value; it does not filter. */
  readonly project?: string | undefined
  readonly query: string
  readonly top?: number | undefined
}

interface GetWorkItemsBatch extends Cancellable {
  /** At most 200. */
  readonly ids: readonly number[]
  /** Reference names. */
  readonly fields: readonly string[]
  /** ISO 8601; the items as they were then. */
  readonly asOf?: string | undefined
}

interface GetWorkItem extends Cancellable {
  readonly id: number
  readonly expand?: 'none' | 'relations' | 'fields' | 'links' | 'all'
}

/** Exists as a preview only, so it fails under a plain version such as 7.0. */
const connectionData = { method: 'GET', path: '_apis/connectionData', apiVersion: '7.1-preview.1' } as const

/** Azure DevOps' endpoints by Microsoft's names. Each throws what `Send` throws. */
export function createEndpoints(send: Send) {
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

    async getWorkItemTypes({ project, signal }: Cancellable & { readonly project: string }) {
      const { data } = await send(workItemTypesAnswer, {
        method: 'GET',
        path: '_apis/wit/workitemtypes',
        project,
        signal,
      })
      return data.value
    },

    /** All fields of the organization, or those used in one project. */
    async getFields({ project, signal }: Cancellable & { readonly project?: string | undefined } = {}) {
      const { data } = await send(fieldsAnswer, { method: 'GET', path: '_apis/wit/fields', project, signal })
      return data.value
    },

    /** IDs only, at most 20,000. @throws wiql_invalid, TF51005, TF51006, TF51011, VS402337 */
    async queryByWiql({ project, query, top, signal }: QueryByWiql) {
      const request = { path: '_apis/wit/wiql', project, query: { $top: top }, body: { query }, signal } as const
      const { data } = await send(wiqlAnswer, { method: 'POST', repeatable: true, ...request })
      return data
    },

    /** In the order of the IDs; items that are gone or may not be read are left out. */
    async getWorkItemsBatch({ ids, fields, asOf, signal }: GetWorkItemsBatch) {
      const body = { ids, fields, errorPolicy: 'omit', ...(asOf === undefined ? {} : { asOf }) }
      const request = { path: '_apis/wit/workitemsbatch', body, signal } as const
      const { data } = await send(workItemsBatchAnswer, { method: 'POST', repeatable: true, ...request })
      return data.value.filter((item) => item !== null)
    },

    /** @throws TF401232 when it does not exist or may not be read */
    async getWorkItem({ id, expand = 'all', signal }: GetWorkItem) {
      const request = { path: `_apis/wit/workitems/${id}`, query: { $expand: expand }, signal } as const
      const { data } = await send(workItemAnswer, { method: 'GET', ...request })
      return data
    },
  }
}
