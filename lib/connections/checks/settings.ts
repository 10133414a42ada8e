import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { parse } from '#lib/platform/http/body'
import { connectionInput } from '../schema'
import type { Check } from './check'

/** Settings that were valid when they were saved may not be any more after an upgrade. */
export const settingsCheck: Check = {
  id: 'settings',
  requires: [],
  async run({ settings }) {
    parse(connectionInput, { ...settings, retryStatusCodeList: settings.retryStatusCodeList.join(',') })
    const summary = `Organization ${settings.organization}, API version ${settings.apiVersion}.`
    if (settings.retryStatusCodeList.includes(429) || settings.retryMode === 'RetryAny') {
      return { verdict: 'passed', summary }
    }
    return { verdict: 'warned', summary, problem: new AppError('retry_policy_ignores_throttling') }
  },
}
