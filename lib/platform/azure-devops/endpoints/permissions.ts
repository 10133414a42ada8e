import 'server-only'
import { membershipsAnswer, permissionsAnswer, subjectsAnswer } from '../answers'
import type { Send } from '../transport'
import type { Cancellable } from './cancellable'

/** Whether the caller has all of the bits at a token of a security namespace. */
export interface PermissionQuestion {
  /** GUID */
  readonly securityNamespaceId: string
  readonly token: string
  readonly permissions: number
}

interface EvaluatePermissions extends Cancellable {
  readonly evaluations: readonly PermissionQuestion[]
}

interface OfSubject extends Cancellable {
  /** For example `aadsp.…`. */
  readonly descriptor: string
}

const host = 'vssps.dev.azure.com'
const apiVersion = '7.1-preview.1'

/** What is asked about what the app itself may do, and about the groups that it is in. */
export function permissionEndpoints(send: Send) {
  return {
    /** In the order of the questions; always about the caller, so nobody needs a right to ask. */
    async evaluatePermissions({ evaluations, signal }: EvaluatePermissions): Promise<boolean[]> {
      const path = '_apis/security/permissionevaluationbatch'
      const body = { alwaysAllowAdministrators: false, evaluations }
      const { data } = await send(permissionsAnswer, { method: 'POST', path, body, repeatable: true, signal })
      return data.evaluations.map(({ value }) => value)
    },

    /** Of the groups that it is directly in, for example `[Project]\\Readers`. */
    async getGroupNames({ descriptor, signal }: OfSubject): Promise<string[]> {
      const up = { path: `_apis/graph/memberships/${descriptor}`, query: { direction: 'up' } } as const
      const memberships = await send(membershipsAnswer, { method: 'GET', host, ...up, apiVersion, signal })
      const lookupKeys = memberships.data.value.map((one) => ({ descriptor: one.containerDescriptor }))
      const path = '_apis/graph/subjectlookup'
      const lookup = { method: 'POST', host, path, body: { lookupKeys }, repeatable: true, apiVersion, signal } as const
      const { data } = await send(subjectsAnswer, lookup)
      return Object.values(data.value).flatMap((subject) => subject?.principalName ?? [])
    },
  }
}
