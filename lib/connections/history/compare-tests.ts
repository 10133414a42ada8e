import 'server-only'
import { type CheckId, type CheckResult, type ConnectionSettings, connectionLabels, type SettingName } from '../schema'
import type { TestChange } from './schema'

/** A test, as far as it can be compared. */
export interface ComparedTest {
  readonly results: readonly CheckResult[]
  readonly durationMs?: number | undefined
  readonly settings?: ConnectionSettings | undefined
}

/** Checks whose summaries say the same as long as nothing has changed: the others tell times and counts of the moment. */
const steady: ReadonlySet<CheckId> = new Set([
  'tenant',
  'organization',
  'certificate',
  'identity',
  'access-level',
  'projects',
  'iterations',
  'analytics',
  'repositories',
])

/** What a check came to, in words that differ when it is worth telling. */
const outcomeOf = ({ id, verdict, finding, summary }: CheckResult): string => {
  if (finding) return `${verdict}, ${finding.code}`
  return steady.has(id) && verdict !== 'skipped' ? `${verdict}: ${summary}` : verdict
}

function changedChecks(before: ComparedTest, after: ComparedTest): TestChange[] {
  const earlier = new Map(before.results.map((result) => [result.id, outcomeOf(result)]))
  return after.results.flatMap((result): TestChange[] => {
    const [was, is] = [earlier.get(result.id), outcomeOf(result)]
    // What was not tried only follows from what failed, and would bury it.
    return was === undefined || was === is || result.verdict === 'skipped'
      ? []
      : [{ kind: 'check', check: result.id, before: was, after: is }]
  })
}

const settingNames = Object.keys(connectionLabels) as SettingName[]

function changedSettings({ settings: before }: ComparedTest, { settings: after }: ComparedTest): TestChange[] {
  if (!(before && after)) return []
  const changed = settingNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return changed.map((setting) => ({ kind: 'setting', setting }))
}

const muchSlower = 2
const noticeableMs = 1000

function changedDuration({ durationMs: before }: ComparedTest, { durationMs: after }: ComparedTest): TestChange[] {
  if (before === undefined || after === undefined) return []
  const isSlower = after > before * muchSlower && after - before > noticeableMs
  return isSlower ? [{ kind: 'duration', before, after }] : []
}

/**
 * What a later test of a connection shows that an earlier one did not: settings first, because they are the likeliest
 * cause; then every check that was made and came to something else, in the order of the checks.
 */
export const compareTests = (before: ComparedTest, after: ComparedTest): TestChange[] => [
  ...changedSettings(before, after),
  ...changedChecks(before, after),
  ...changedDuration(before, after),
]
