import type { CheckEvent, CheckId, CheckResult, ConnectionHealth, Verdict } from '#lib/connections/schema'

/** A run of the connection test, as far as its events have told. */
export interface TestRun {
  readonly status: 'idle' | 'running' | 'finished' | 'broken'
  readonly results: ReadonlyMap<CheckId, CheckResult>
  /** The check that runs now. */
  readonly current?: CheckId
  readonly verdict?: Verdict
  readonly testedAt?: string
  /** Why the run broke off. */
  readonly error?: unknown
}

export type TestRunEvent = CheckEvent | { readonly type: 'begin' } | { readonly type: 'broke'; readonly error: unknown }

/** The latest test, as the connection carries it. */
export const runOf = (health: ConnectionHealth | undefined): TestRun =>
  health
    ? {
        status: 'finished',
        results: new Map(health.results.map((result) => [result.id, result])),
        verdict: health.verdict,
        testedAt: health.testedAt,
      }
    : { status: 'idle', results: new Map() }

function withResult(
  { current: _, ...run }: TestRun,
  { type: __, ...result }: CheckEvent & { type: 'checked' },
): TestRun {
  return { ...run, results: new Map(run.results).set(result.id, result) }
}

export function reduceRun(run: TestRun, event: TestRunEvent): TestRun {
  switch (event.type) {
    case 'begin':
      return { status: 'running', results: new Map() }
    case 'started':
      return { ...run, current: event.id }
    case 'checked':
      return withResult(run, event)
    case 'finished':
      return { status: 'finished', results: run.results, verdict: event.verdict, testedAt: event.testedAt }
    case 'broke':
      return { status: 'broken', results: run.results, error: event.error }
  }
}
