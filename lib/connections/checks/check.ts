import 'server-only'
import type { Tenant } from '#lib/platform/entra/discovery'
import type { AppError, Evidence } from '#lib/platform/errors/index'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { DraftLink } from '../link'
import type { CheckId, Verdict } from '../schema'

/** What earlier checks learned and later ones need. */
export interface CheckNotes {
  /** What several checks look at is asked once a test, by whoever comes first. */
  readonly askTenant: () => Promise<Tenant>
  readonly askOrganizationTenant: () => Promise<string | undefined>
  readonly askAnalytics: () => Promise<void>
  /** Everything that was asked so far. */
  readonly exchanges: ExchangeRecord[]
  /** Of the app's enterprise application, where the token could be read. */
  objectId?: string | undefined
  /** The app's identity in the organization. */
  identityId?: string
  projects?: readonly { readonly id: string; readonly name: string }[]
  workItemTypes?: readonly string[]
}

export interface Observation {
  readonly verdict: Verdict
  readonly summary: string
  readonly facts?: readonly Evidence[]
  /** Why it warned or failed. A check may also simply throw it. */
  readonly problem?: AppError
}

export interface Check {
  readonly id: CheckId
  /** Checks without which this one cannot say anything. */
  readonly requires: readonly CheckId[]
  /** Checks that this one looks at, whatever they came to. */
  readonly after?: readonly CheckId[]
  /** What fails here is needed by some features only. */
  readonly isOptional?: true
  run(link: DraftLink, notes: CheckNotes, signal?: AbortSignal): Promise<Observation>
}
