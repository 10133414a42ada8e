import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import type { ConnectionLink } from '../link'
import type { CheckId } from '../schema'
import { certificateCheck } from './certificate'
import { identityCheck } from './identity'
import { organizationCheck } from './organization'
import { projectsCheck } from './projects'
import { settingsCheck } from './settings'
import { tenantCheck } from './tenant'
import { tokenCheck } from './token'
import { workItemsCheck } from './work-items'

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

/** In the order in which they run: what needs no credential first, so that a failure points at its own step. */
export const checks: readonly Check[] = [
  settingsCheck,
  certificateCheck,
  tenantCheck,
  organizationCheck,
  tokenCheck,
  identityCheck,
  projectsCheck,
  workItemsCheck,
]
