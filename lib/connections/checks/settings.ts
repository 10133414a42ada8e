import 'server-only'
import { AppError, type ErrorCode, type Evidence } from '#lib/platform/errors/index'
import { evidenceOf } from '#lib/platform/http/body'
import { type DraftLink, settingMissing } from '../link'
import { type ConnectionSettings, connectionInput } from '../schema'
import type { Check } from './check'

/** What has no default. */
const required = ['name', 'tokenUrl', 'clientId', 'certificateId', 'organization'] as const

/** As the form would send them, which is what the schema reads. */
const inputOf = ({ retryStatusCodeList, ...settings }: Partial<ConnectionSettings>) => ({
  ...settings,
  ...(retryStatusCodeList && { retryStatusCodeList: retryStatusCodeList.join(',') }),
})

/** The fields whose values people paste wrong have codes of their own, for each is mended in another way. */
const codes: Readonly<Record<string, ErrorCode>> = {
  tokenUrl: 'token_url_refused',
  clientId: 'client_id_refused',
  scope: 'scope_refused',
  organization: 'organization_refused',
}

function refused(invalid: readonly Evidence[]): AppError {
  const [first] = invalid
  const code = codes[first?.label ?? ''] ?? 'setting_refused'
  return new AppError(code, { detail: first?.value, field: first?.label, evidence: invalid })
}

/**
 * The settings as the schema completes them. Those that were valid when they were saved may not be any more after an
 * upgrade.
 * @throws token_url_refused, client_id_refused, scope_refused, organization_refused, setting_refused for what is wrong, else setting_missing for what is not there
 */
function completed({ settings, invalid = [] }: DraftLink): ConnectionSettings {
  if (invalid.length > 0) throw refused(invalid)
  const missing = required.filter((name) => !settings[name])
  if (missing.length > 0) throw settingMissing(missing)
  const { data, error } = connectionInput.safeParse(inputOf(settings))
  if (!data) throw refused(evidenceOf(error))
  return data
}

export const settingsCheck: Check = {
  id: 'settings',
  requires: [],
  async run(link) {
    const { organization, apiVersion, retryStatusCodeList, retryMode } = completed(link)
    const summary = `Organization ${organization}, API version ${apiVersion}.`
    const coversThrottling = retryMode === 'RetryAny' || retryStatusCodeList.includes(429)
    if (retryMode !== 'None' && coversThrottling) return { verdict: 'passed', summary }
    const field = retryMode === 'None' ? 'retryMode' : 'retryStatusCodeList'
    return { verdict: 'warned', summary, problem: new AppError('retry_policy_ignores_throttling', { field }) }
  },
}
