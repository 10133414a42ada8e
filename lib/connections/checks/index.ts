import 'server-only'
import { accessLevelCheck } from './access-level'
import { appCheck } from './app'
import { assertionCheck } from './assertion'
import { certificateCheck } from './certificate'
import type { Check } from './check'
import { clockCheck } from './clock'
import { identityCheck } from './identity'
import { azureDevOpsNetworkCheck, entraNetworkCheck } from './network'
import { analyticsCheck, buildsCheck, iterationsCheck, queriesCheck, repositoriesCheck } from './optional'
import { organizationCheck } from './organization'
import { projectsCheck } from './projects'
import { rateCheck } from './rate'
import { settingsCheck } from './settings'
import { tenantCheck } from './tenant'
import { tokenCheck } from './token'
import { workItemsCheck } from './work-items'

export { writeCheck } from './write'

const beforeToken = [
  settingsCheck,
  entraNetworkCheck,
  azureDevOpsNetworkCheck,
  tenantCheck,
  clockCheck,
  organizationCheck,
  certificateCheck,
  assertionCheck,
]

const essential = [tokenCheck, identityCheck, accessLevelCheck, projectsCheck, workItemsCheck]

const optional = [queriesCheck, iterationsCheck, analyticsCheck, repositoriesCheck, buildsCheck]

const readsOfAzureDevOps = [...essential, ...optional].map(({ id }) => id)

/** Each after those that it stands on: what needs no credential first, so that a failure points at its own step. */
export const checks: readonly Check[] = [...beforeToken, ...essential, ...optional, rateCheck(readsOfAzureDevOps)]

/** What a setup has to know, and nothing more. Without a certificate it can at least ask whether its app is known. */
export const checksOfDraft = (hasCertificate: boolean): readonly Check[] => [
  ...beforeToken,
  ...(hasCertificate ? [] : [appCheck]),
  ...essential,
]
