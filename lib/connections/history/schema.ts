import { z } from 'zod'
import type { CheckId, CheckResult, SettingName, TestVerdict } from '../schema'

export const testId = z.uuid()

/** A finished connection test, as a list shows it. */
export interface TestSummary {
  readonly id: string
  /** ISO 8601 */
  readonly testedAt: string
  readonly verdict: TestVerdict
  readonly durationMs?: number
  /** Name of the member; absent for one that started by itself, or whose member has left. */
  readonly startedBy?: string
  readonly isScheduled: boolean
  /** Of the first check that failed, else of the first that warned. */
  readonly finding?: { readonly code: string; readonly title: string }
}

/** What is not as it was in an earlier test. */
export type TestChange =
  | { readonly kind: 'check'; readonly check: CheckId; readonly before: string; readonly after: string }
  | { readonly kind: 'setting'; readonly setting: SettingName }
  | { readonly kind: 'duration'; readonly before: number; readonly after: number }

/** A test with all that it found, beside the last one before it that found nothing wrong. */
export interface TestRecord extends TestSummary {
  readonly results: readonly CheckResult[]
  readonly lastGood?: { readonly id: string; readonly testedAt: string; readonly changes: readonly TestChange[] }
}
