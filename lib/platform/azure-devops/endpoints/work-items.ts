import 'server-only'
import { z } from 'zod'
import { wiqlAnswer, workItemAnswer, workItemsBatchAnswer } from '../answers'
import type { Send } from '../transport'
import type { Cancellable, OfProject } from './cancellable'

interface ValidateWorkItem extends OfProject {
  readonly type: string
  readonly title: string
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

/** What is asked about work items. */
export function workItemEndpoints(send: Send) {
  return {
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

    /**
     * Has a new work item judged, permissions and rules alike, and not kept.
     * @throws TF237111 for an app that may not write there, TF401320 for a field that the process demands
     */
    async validateWorkItem({ project, type, title, signal }: ValidateWorkItem) {
      const path = `_apis/wit/workitems/$${encodeURIComponent(type)}`
      const body = [{ op: 'add', path: '/fields/System.Title', value: title }]
      const request = { method: 'POST', path, project, query: { validateOnly: true }, body, signal } as const
      await send(z.unknown(), { ...request, repeatable: true, contentType: 'application/json-patch+json' })
    },
  }
}
