import 'server-only'
import type { TestRun } from '../../seed/delivery/model'

export type Outcome = 'Passed' | 'Failed' | 'NotExecuted'

export function outcomeOf({ failed, skipped }: TestRun, position: number): Outcome {
  if (failed.includes(position)) return 'Failed'
  return skipped.includes(position) ? 'NotExecuted' : 'Passed'
}

export interface Counts {
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export function countsOf({ total, failed, skipped }: TestRun): Counts {
  return { total, passed: total - failed.length - skipped.length, failed: failed.length, skipped: skipped.length }
}

/** Tests take about as long in every run; those that did not run take no time. */
export function durationOf(run: TestRun, position: number): number {
  if (run.skipped.includes(position)) return 0
  return 5 + ((position * 7919) % 1900) + ((run.id * 31 + position) % 40)
}

export const durationOfRun = ({ started, completed }: TestRun): number => completed - started
