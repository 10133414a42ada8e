import { accessCases } from './access-cases'
import { azureDevOpsCases } from './azure-devops-cases'
import { credentialCases } from './credential-cases'
import { echoCases } from './echo-cases'
import type { FaultGroup } from './fault-case'
import { setupCases } from './setup-cases'
import { tenantCases } from './tenant-cases'
import { tokenRequestCases } from './token-request-cases'
import { transportCases } from './transport-cases'

export const groups: readonly FaultGroup[] = [
  setupCases,
  tenantCases,
  credentialCases,
  tokenRequestCases,
  accessCases,
  azureDevOpsCases,
  transportCases,
  echoCases,
]
