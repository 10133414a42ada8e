import 'server-only'
import { accessLevelCheck } from './access-level'
import { appCheck } from './app'
import { certificateCheck } from './certificate'
import type { Check } from './check'
import { identityCheck } from './identity'
import { organizationCheck } from './organization'
import { projectsCheck } from './projects'
import { settingsCheck } from './settings'
import { tenantCheck } from './tenant'
import { tokenCheck } from './token'
import { workItemsCheck } from './work-items'

/** In the order in which they run: what needs no credential first, so that a failure points at its own step. */
export const checks: readonly Check[] = [
  settingsCheck,
  certificateCheck,
  tenantCheck,
  organizationCheck,
  tokenCheck,
  identityCheck,
  accessLevelCheck,
  projectsCheck,
  workItemsCheck,
]

/** A draft without a certificate can at least ask whether its app is known. */
export const checksOfDraft: readonly Check[] = checks.toSpliced(checks.indexOf(tokenCheck), 0, appCheck)
