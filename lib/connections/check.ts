import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError, describe, isAppError } from '#lib/platform/errors/index'
import type { Check, CheckNotes, Observation } from './checks/check'
import { checks, checksOfDraft } from './checks/index'
import type { DraftLink } from './link'
import { type CheckEvent, type CheckId, type CheckResult, checkTitles, type Finding, type Verdict } from './schema'

/** The catalog's words for an error, together with what was seen this time. */
function findingOf(error: AppError): Finding {
  const { title, cause, remedy, step } = describe(error.code)
  return {
    code: error.code,
    title,
    cause,
    remedy,
    evidence: error.evidence,
    ...(error.detail ? { detail: error.detail } : {}),
    ...(step ? { step } : {}),
  }
}

/**
 * A foreign exception is a bug of ours, so the finding says `internal` and the test goes on. What waits for a setting
 * has not failed.
 */
const toFailure = (thrown: unknown): Observation => {
  const error = isAppError(thrown) ? thrown : new AppError('internal', { cause: thrown })
  if (error.code === 'setting_missing') return { verdict: 'skipped', summary: error.detail ?? '' }
  return { verdict: 'failed', summary: describe(error.code).title, problem: error }
}

async function observe(check: Check, link: DraftLink, notes: CheckNotes, signal?: AbortSignal) {
  try {
    return await check.run(link, notes, signal)
  } catch (thrown) {
    signal?.throwIfAborted()
    return toFailure(thrown)
  }
}

async function perform(check: Check, link: DraftLink, notes: CheckNotes, signal?: AbortSignal): Promise<CheckResult> {
  const started = performance.now()
  const { verdict, summary, problem } = await observe(check, link, notes, signal)
  return {
    id: check.id,
    verdict,
    summary,
    durationMs: Math.round(performance.now() - started),
    ...(problem ? { finding: findingOf(problem) } : {}),
  }
}

function skipped(id: CheckId, { id: because, verdict }: CheckResult): CheckResult {
  const title = `“${checkTitles[because]}”`
  const summary = verdict === 'skipped' ? `Waits for ${title}.` : `Not tried, because ${title} does not hold.`
  return { id, verdict: 'skipped', durationMs: 0, summary }
}

const overall = (results: readonly CheckResult[]): Verdict =>
  (['failed', 'warned'] as const).find((verdict) => results.some((result) => result.verdict === verdict)) ?? 'passed'

/**
 * Tests a connection stage by stage and tells each stage as it happens. A stage whose ground failed is skipped, so the
 * first failure is the one to mend. Ends with `finished`; `onFinished` is awaited before that line.
 * @throws role_insufficient; what goes wrong in a stage is a finding, not an exception
 */
export async function* checkConnection(
  link: DraftLink,
  member: Member,
  onFinished: (verdict: Verdict, results: readonly CheckResult[], testedAt: Date) => Promise<void>,
  signal?: AbortSignal,
): AsyncGenerator<CheckEvent> {
  requireRole(member, 'editor')
  const notes: CheckNotes = {}
  const results: CheckResult[] = []
  for (const check of link.probeApp ? checksOfDraft : checks) {
    yield { type: 'started', id: check.id }
    const broken = results.find(({ id, verdict }) => check.requires.includes(id) && !holds(verdict))
    const result = broken ? skipped(check.id, broken) : await perform(check, link, notes, signal)
    results.push(result)
    yield { type: 'checked', ...result }
  }
  const testedAt = new Date()
  await onFinished(overall(results), results, testedAt)
  yield { type: 'finished', verdict: overall(results), testedAt: testedAt.toISOString() }
}

const holds = (verdict: Verdict) => verdict === 'passed' || verdict === 'warned'
