import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Check } from './checks/check'
import { checks, checksOfDraft, writeCheck } from './checks/index'
import { notesOf } from './checks/notes'
import { perform } from './checks/perform'
import type { DraftLink } from './link'
import {
  type CheckEvent,
  type CheckId,
  type CheckResult,
  checkTitles,
  type FinishedTest,
  type TestVerdict,
} from './schema'

const holds = ({ verdict }: CheckResult): boolean => verdict !== 'failed' && verdict !== 'skipped'

function skipped(id: CheckId, { id: because, verdict }: CheckResult): CheckResult {
  const title = `“${checkTitles[because]}”`
  const summary = verdict === 'skipped' ? `Waits for ${title}.` : `Not tried, because ${title} does not hold.`
  return { id, verdict: 'skipped', durationMs: 0, summary }
}

const overall = (results: readonly CheckResult[]): TestVerdict =>
  (['failed', 'warned'] as const).find((verdict) => results.some((result) => result.verdict === verdict)) ?? 'passed'

const finishedNow = (results: readonly CheckResult[], started: number): FinishedTest => ({
  verdict: overall(results),
  results,
  testedAt: new Date(),
  durationMs: Math.round(performance.now() - started),
})

/**
 * Begins every check as soon as those that it stands on have ended, so the whole takes as long as its longest chain.
 * @param list Each check after those that it stands on
 * @returns One promise a check, in the order of the list
 */
function beginAll(
  list: readonly Check[],
  begin: (check: Check) => Promise<CheckResult>,
): readonly Promise<CheckResult>[] {
  const begun = new Map<CheckId, Promise<CheckResult>>()
  const resultsOf = async (ids: readonly CheckId[]) => Promise.all(ids.flatMap((id) => begun.get(id) ?? []))
  const follow = async ({ id, requires, after = [], ...check }: Check): Promise<CheckResult> => {
    const [grounds] = await Promise.all([resultsOf(requires), resultsOf(after)])
    const broken = grounds.find((ground) => !holds(ground))
    return broken ? skipped(id, broken) : await begin({ id, requires, ...check })
  }
  return list.map((check) => {
    const result = follow(check)
    begun.set(check.id, result)
    return result
  })
}

/** What is told as it happens, in the order in which it happens. */
function eventsOf(tell: (say: (event: CheckEvent) => void) => Promise<void>): AsyncIterable<CheckEvent> {
  return new ReadableStream<CheckEvent>({
    start(stream) {
      tell((event) => stream.enqueue(event)).then(
        () => stream.close(),
        (error: unknown) => stream.error(error),
      )
    },
  })
}

interface CheckOptions {
  /** Whether the app may write is asked on request only. */
  readonly withWrite?: boolean
  readonly signal?: AbortSignal | undefined
}

const checksFor = (link: DraftLink, { withWrite }: CheckOptions): readonly Check[] => {
  if (link.isDraft) return checksOfDraft(link.certificate !== undefined)
  return withWrite ? checks.toSpliced(-1, 0, writeCheck) : checks
}

/**
 * Tests a connection and tells each check as it begins and as it ends. A check whose ground failed is skipped, so the
 * first failure in the order of the list is the one to mend. Ends with `finished`; `onFinished` is awaited before that.
 * @throws role_insufficient; what goes wrong in a check is a finding, not an exception
 */
export async function* checkConnection(
  link: DraftLink,
  member: Member,
  onFinished: (test: FinishedTest) => Promise<void>,
  options: CheckOptions = {},
): AsyncGenerator<CheckEvent> {
  requireRole(member, 'editor')
  const started = performance.now()
  const notes = notesOf(link, options.signal)
  yield* eventsOf(async (say) => {
    const results = await Promise.all(
      beginAll(checksFor(link, options), async (check) => {
        say({ type: 'started', id: check.id })
        return await perform(check, link, notes, options.signal)
      }).map(async (pending) => {
        const result = await pending
        say({ type: 'checked', ...result })
        return result
      }),
    )
    const test = finishedNow(results, started)
    await onFinished(test)
    say({ type: 'finished', verdict: test.verdict, testedAt: test.testedAt.toISOString() })
  })
}
