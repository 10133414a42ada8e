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

it('knows each check that runs until its result is there', () => {
  const begun = after(
    { type: 'begin' },
    { type: 'started', id: 'settings' },
    { type: 'started', id: 'certificate' },
    { type: 'checked', ...settings },
  )
  expect([...begun.running]).toEqual(['certificate'])
  expect(begun.results.get('settings')).toEqual(settings)
})

it('forgets the results of the test before when a new one begins', () => {
  const again = after({ type: 'begin' }, { type: 'checked', ...settings }, { type: 'begin' })
  expect(again.results.size).toBe(0)
})

it.each([
  [{ type: 'broke', error: 'gone' }, 'broken'],
  [{ type: 'cancel' }, 'cancelled'],
] as const)('keeps what was checked, and lets nothing run on, after %j', (event, status) => {
  const run = after({ type: 'begin' }, { type: 'checked', ...settings }, { type: 'started', id: 'tenant' }, event)
  expect(run).toMatchObject({ status, results: new Map([['settings', settings]]), running: new Set() })
})

it('cannot be cancelled when it has ended', () => {
  const event = { type: 'finished', verdict: 'passed', testedAt: '2026-01-01T00:00:00Z' } as const
  expect(after({ type: 'begin' }, event, { type: 'cancel' }).status).toBe('finished')
})
