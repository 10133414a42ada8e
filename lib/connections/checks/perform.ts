import 'server-only'
import { AppError, describe, isAppError } from '#lib/platform/errors/index'
import { watchExchanges } from '#lib/platform/http/exchange-watch'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { DraftLink } from '../link'
import { type CheckResult, connectionLabels, type Finding, type SettingName } from '../schema'
import type { Check, CheckNotes, Observation } from './check'
import { besideVisible } from './project'

const isSetting = (name: string | undefined): name is SettingName =>
  name !== undefined && Object.hasOwn(connectionLabels, name)

/** The catalog's words for an error, together with what was seen this time. */
function findingOf(error: AppError): Finding {
  const { title, cause, remedy, step, field, owner = 'you' } = describe(error.code)
  const setting = error.field ?? field
  return {
    code: error.code,
    title,
    cause,
    remedy,
    evidence: error.evidence,
    owner,
    ...(error.detail ? { detail: error.detail } : {}),
    ...(step ? { step } : {}),
    ...(isSetting(setting) ? { field: setting } : {}),
  }
}

/**
 * A foreign exception is a bug of ours, so the finding says `internal` and the test goes on. What waits for a setting
 * has not failed.
 */
function toFailure(thrown: unknown, { isOptional }: Check, notes: CheckNotes): Observation {
  const error = isAppError(thrown) ? besideVisible(thrown, notes) : new AppError('internal', { cause: thrown })
  if (error.code === 'setting_missing') return { verdict: 'skipped', summary: error.detail ?? '' }
  return { verdict: isOptional ? 'limited' : 'failed', summary: describe(error.code).title, problem: error }
}

async function observe(check: Check, link: DraftLink, notes: CheckNotes, signal?: AbortSignal) {
  try {
    return await check.run(link, notes, signal)
  } catch (thrown) {
    signal?.throwIfAborted()
    return toFailure(thrown, check, notes)
  }
}

/** Runs a check and says what it found; what goes wrong in it is a finding, not an exception. */
export async function perform(
  check: Check,
  link: DraftLink,
  notes: CheckNotes,
  signal?: AbortSignal,
): Promise<CheckResult> {
  const started = performance.now()
  const exchanges: ExchangeRecord[] = []
  const keep = (exchange: ExchangeRecord) => {
    exchanges.push(exchange)
    notes.exchanges.push(exchange)
  }
  const { problem, ...seen } = await watchExchanges(keep, () => observe(check, link, notes, signal))
  return {
    id: check.id,
    ...seen,
    durationMs: Math.round(performance.now() - started),
    ...(problem ? { finding: findingOf(problem) } : {}),
    ...(exchanges.length > 0 ? { exchanges } : {}),
  }
}
