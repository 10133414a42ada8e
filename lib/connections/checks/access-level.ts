import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import { AppError, isAppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check } from './check'

/** What Azure DevOps calls the level, where it tells; it may keep that to administrators, which proves nothing. */
async function levelNamed(endpoints: Endpoints, id: string, signal?: AbortSignal) {
  try {
    return await endpoints.getServicePrincipalEntitlement({ id, signal })
  } catch {
    signal?.throwIfAborted()
    return undefined
  }
}

/** Analytics refuses stakeholders by a number of its own. Any other trouble with it says nothing about the level. */
async function isRefusedByAnalytics(endpoints: Endpoints, signal?: AbortSignal): Promise<boolean> {
  try {
    await endpoints.touchAnalytics({ signal })
    return false
  } catch (error) {
    signal?.throwIfAborted()
    return isAppError(error) && error.code === 'VS403527'
  }
}

/** A stakeholder can be tested and still finds its dashboards empty, so the level is asked for before anybody wonders. */
export const accessLevelCheck: Check = {
  id: 'access-level',
  requires: ['identity'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const level = await levelNamed(endpoints, notes.identityId ?? '', signal)
    const isStakeholder =
      level?.accountLicenseType?.toLowerCase() === 'stakeholder' || (await isRefusedByAnalytics(endpoints, signal))
    const name = level?.licenseDisplayName ?? (isStakeholder ? 'Stakeholder' : 'Basic or higher')
    const summary = `Access level ${name}.`
    return isStakeholder
      ? { verdict: 'warned', summary, problem: new AppError('access_level_stakeholder') }
      : { verdict: 'passed', summary }
  },
}
