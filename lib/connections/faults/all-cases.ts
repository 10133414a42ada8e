import { accessCases } from './access-cases'
import { azureDevOpsCases } from './azure-devops-cases'
import { credentialCases } from './credential-cases'
import { echoCases } from './echo-cases'
import type { FaultGroup } from './fault-case'
import { keyVaultCallerCases } from './key-vault-caller-cases'
import { keyVaultCases } from './key-vault-cases'
import { keyVaultWayCases } from './key-vault-way-cases'
import { setupCases } from './setup-cases'
import { tenantCases } from './tenant-cases'
import { tokenRequestCases } from './token-request-cases'
import { transportCases } from './transport-cases'

export const groups: readonly FaultGroup[] = [
  setupCases,
  tenantCases,
  credentialCases,
  keyVaultCases,
  keyVaultCallerCases,
  tokenRequestCases,
  accessCases,
  azureDevOpsCases,
  transportCases,
  keyVaultWayCases,
  echoCases,
]
