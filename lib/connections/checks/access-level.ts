import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import { AppError, isAppError } from '#lib/platform/errors/index'
import { present } from '../link'
import type { Check, CheckNotes } from './check'

/** Analytics refuses stakeholders by a number of its own; any other trouble with it says nothing about the level. */
async function isLetInByAnalytics({ askAnalytics }: CheckNotes, signal?: AbortSignal): Promise<boolean | undefined> {
  try {
    await askAnalytics()
    return true
  } catch (error) {
    signal?.throwIfAborted()
    return isAppError(error) && error.code === 'VS403527' ? false : undefined
  }
}

/** What Azure DevOps calls the level, where it tells; it may keep that to administrators, which proves nothing. */
async function levelNamed(endpoints: Endpoints, id: string, signal?: AbortSignal) {
  try {
    return await endpoints.getServicePrincipalEntitlement({ id, signal })
  } catch {
    signal?.throwIfAborted()
    return undefined
  }
}

/** A stakeholder can be tested and still finds its dashboards empty, so the level is asked for before anybody wonders. */
export const accessLevelCheck: Check = {
  id: 'access-level',
  requires: ['identity'],
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    if (await isLetInByAnalytics(notes, signal)) {
      return { verdict: 'passed', summary: 'Basic or higher: Analytics lets the app in.' }
    }
    const level = await levelNamed(endpoints, notes.identityId ?? '', signal)
    if (level && level.accountLicenseType?.toLowerCase() !== 'stakeholder') {
      return { verdict: 'passed', summary: `Access level ${level.licenseDisplayName ?? 'Basic or higher'}.` }
    }
    if (level === undefined && (await isLetInByAnalytics(notes, signal)) === undefined) {
      return { verdict: 'limited', summary: 'Azure DevOps did not say which access level the app has.' }
    }
    return {
      verdict: 'warned',
      summary: `Access level ${level?.licenseDisplayName ?? 'Stakeholder'}.`,
      problem: new AppError('access_level_stakeholder'),
    }
  },
}
