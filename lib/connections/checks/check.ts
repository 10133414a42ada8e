import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import type { DraftLink } from '../link'
import type { CheckId, Verdict } from '../schema'

/** What earlier checks learned and later ones need. */
export interface CheckNotes {
  tenantId?: string
  /** The app's identity in the organization. */
  identityId?: string
  projects?: readonly { readonly id: string; readonly name: string }[]
}

export interface Observation {
  readonly verdict: Verdict
  readonly summary: string
  /** Why it warned or failed. A check may also simply throw it. */
  readonly problem?: AppError
}

export interface Check {
  readonly id: CheckId
  /** Checks without which this one cannot say anything. */
  readonly requires: readonly CheckId[]
  run(link: DraftLink, notes: CheckNotes, signal?: AbortSignal): Promise<Observation>
}
