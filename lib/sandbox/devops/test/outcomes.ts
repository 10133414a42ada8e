import 'server-only'
import type { TestRun } from '../../seed/delivery/model'
import { membersNamed } from '../protocol/enumeration'

export type Outcome = 'Passed' | 'Failed' | 'NotExecuted'

export function outcomeOf({ failed, skipped }: TestRun, position: number): Outcome {
  if (failed.includes(position)) return 'Failed'
  return skipped.includes(position) ? 'NotExecuted' : 'Passed'
}

const outcomes = {
  unspecified: 0,
  none: 1,
  passed: 2,
  failed: 3,
  inconclusive: 4,
  timeout: 5,
  aborted: 6,
  blocked: 7,
  notexecuted: 8,
}

/** Whether the outcome is among those that a query asks for; without any, all are. */
export function outcomesIn(query: URLSearchParams): (outcome: Outcome) => boolean {
  const text = query.get('outcomes')
  if (!text) return () => true
  const wanted = membersNamed(outcomes, text)
  return (outcome) => wanted.includes(outcome.toLowerCase())
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
