import type { CheckEvent, CheckId, CheckResult, ConnectionHealth, TestVerdict } from '#lib/connections/schema'

/** A run of the connection test, as far as its events have told. */
export interface TestRun {
  readonly status: 'idle' | 'running' | 'finished' | 'cancelled' | 'broken'
  readonly results: ReadonlyMap<CheckId, CheckResult>
  /** The checks that run now; several do at once. */
  readonly running: ReadonlySet<CheckId>
  readonly verdict?: TestVerdict
  readonly testedAt?: string
  /** Why the run broke off. */
  readonly error?: unknown
}

export type TestRunEvent =
  | CheckEvent
  | { readonly type: 'begin' }
  | { readonly type: 'cancel' }
  | { readonly type: 'broke'; readonly error: unknown }

const nothing: Pick<TestRun, 'results' | 'running'> = { results: new Map(), running: new Set() }

/** The latest test, as the connection carries it. */
export const runOf = (health: ConnectionHealth | undefined): TestRun =>
  health
    ? {
        status: 'finished',
        results: new Map(health.results.map((result) => [result.id, result])),
        running: new Set(),
        verdict: health.verdict,
        testedAt: health.testedAt,
      }
    : { status: 'idle', ...nothing }

function withResult(run: TestRun, { type: _, ...result }: CheckEvent & { type: 'checked' }): TestRun {
  return {
    ...run,
    results: new Map(run.results).set(result.id, result),
    running: new Set([...run.running].filter((id) => id !== result.id)),
  }
}

/** What was checked before a run ended early stays. */
const ended = (status: TestRun['status'], { results }: TestRun): TestRun => ({ status, results, running: new Set() })

export function reduceRun(run: TestRun, event: TestRunEvent): TestRun {
  switch (event.type) {
    case 'begin':
      return { status: 'running', ...nothing }
    case 'started':
      return { ...run, running: new Set(run.running).add(event.id) }
    case 'checked':
      return withResult(run, event)
    case 'finished':
      return { ...ended('finished', run), verdict: event.verdict, testedAt: event.testedAt }
    case 'cancel':
      return run.status === 'running' ? ended('cancelled', run) : run
    case 'broke':
      return { ...ended('broken', run), error: event.error }
  }
}
