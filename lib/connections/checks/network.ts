import 'server-only'
import { isAppError } from '#lib/platform/errors/index'
import { isConnectionFault } from '#lib/platform/http/connection-fault'
import type { CheckId } from '../schema'
import type { Check, CheckNotes } from './check'

/** Any answer shows that the way is open; what it says is for the checks that follow. */
const networkCheck = (id: CheckId, host: string, ask: (notes: CheckNotes) => Promise<unknown>): Check => ({
  id,
  requires: [],
  async run(_link, notes) {
    try {
      await ask(notes)
    } catch (error) {
      if (!isAppError(error) || isConnectionFault(error) || error.code === 'setting_missing') throw error
    }
    return { verdict: 'passed', summary: `${host} answers.` }
  },
})

export const entraNetworkCheck = networkCheck('network-entra', 'The login host', ({ askTenant }) => askTenant())

export const azureDevOpsNetworkCheck = networkCheck(
  'network-azure-devops',
  'dev.azure.com',
  ({ askOrganizationTenant }) => askOrganizationTenant(),
)
