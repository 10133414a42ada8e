import { expect, it } from 'vitest'
import type { CheckResult } from '#lib/connections/schema'
import { reduceRun, runOf, type TestRunEvent } from './test-run'

const settings: CheckResult = { id: 'settings', verdict: 'passed', durationMs: 3, summary: 'Complete.' }
const after = (...events: readonly TestRunEvent[]) => events.reduce(reduceRun, runOf(undefined))

it('shows the latest test of a connection, and nothing of one that was never tested', () => {
  const health = { verdict: 'passed', testedAt: '2026-01-01T00:00:00Z', results: [settings] } as const
  expect(runOf(health)).toMatchObject({ status: 'finished', verdict: 'passed' })
  expect(runOf(undefined).status).toBe('idle')
})

it('knows the check that runs until its result is there', () => {
  const begun = after({ type: 'begin' }, { type: 'started', id: 'settings' })
  expect(begun.current).toBe('settings')
  const checked = reduceRun(begun, { type: 'checked', ...settings })
  expect(checked.current).toBeUndefined()
  expect(checked.results.get('settings')).toEqual(settings)
})

it('forgets the results of the test before when a new one begins', () => {
  const again = after({ type: 'begin' }, { type: 'checked', ...settings }, { type: 'begin' })
  expect(again.results.size).toBe(0)
})

it('keeps what was checked when the run breaks off', () => {
  const broken = after({ type: 'begin' }, { type: 'checked', ...settings }, { type: 'broke', error: 'gone' })
  expect(broken).toMatchObject({ status: 'broken', error: 'gone' })
  expect(broken.results.size).toBe(1)
})
