import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import type { ConnectionLink } from '../link'
import type { CheckId } from '../schema'

/** What earlier checks learned and later ones need. */
export interface CheckNotes {
  tenantId?: string
  projects?: readonly { readonly id: string; readonly name: string }[]
}

export interface Observation {
  readonly verdict: 'passed' | 'warned' | 'failed'
  readonly summary: string
  /** Why it warned or failed. A check may also simply throw it. */
  readonly problem?: AppError
}

export interface Check {
  readonly id: CheckId
  /** Checks without which this one cannot say anything. */
  readonly requires: readonly CheckId[]
  run(link: ConnectionLink, notes: CheckNotes, signal?: AbortSignal): Promise<Observation>
}
