import 'server-only'
import type { Build, StageName } from '../../seed/delivery/model'
import { stagesOf, tasksOf } from '../../seed/delivery/stages'

/** Which of the tasks it is that fails. */
const fragile: Readonly<Record<StageName, string>> = { Build: 'Compile', Test: 'Run tests', Deploy: 'Check health' }

const issues: Readonly<Record<StageName, string>> = {
  Build: 'The process exited with code 1.',
  Test: 'There are one or more test failures detected in result files.',
  Deploy: 'The service did not answer its health check in time.',
}

type Outcome = 'succeeded' | 'succeededWithIssues' | 'failed' | 'canceled' | 'skipped'

/** A stage, phase, job or task of a run. */
export interface Step {
  readonly type: 'Stage' | 'Phase' | 'Job' | 'Task'
  readonly name: string
  readonly path: string
  readonly parent: string | undefined
  readonly order: number
  /** Milliseconds since 1970; the end may lie ahead. */
  readonly from: number
  readonly to: number
  readonly outcome: Outcome
  /** What went wrong in a task that failed. */
  readonly issue: string | undefined
  /** Number of its log; what has not begun has none, and neither have stages and phases. */
  readonly log: number | undefined
}

type Unlogged = Omit<Step, 'log'>

/** Until when something of a run is known. */
export const knownUntil = (build: Build, now: number): number => build.finished ?? now

/** When which stage runs, and how it ends: stages share the time of the run. */
function spansOf(build: Build, from: number) {
  const stages = stagesOf(build.pipeline.occasion)
  const to = build.finished ?? from + build.pipeline.minutes * 60_000
  const broken = build.brokenIn
  const last =
    broken === undefined || build.result === 'partiallySucceeded' ? stages.length - 1 : stages.indexOf(broken)
  const step = (to - from) / (last + 1)

  function outcomeOf(stage: StageName, index: number): Outcome {
    if (index > last) return 'skipped'
    if (build.result === 'canceled' && index === last) return 'canceled'
    if (stage !== broken) return 'succeeded'
    return build.result === 'partiallySucceeded' ? 'succeededWithIssues' : 'failed'
  }

  return stages.map((stage, index) => {
    const start = from + Math.min(index, last) * step
    return { stage, order: index + 1, from: start, to: start + step, outcome: outcomeOf(stage, index) }
  })
}

type Span = ReturnType<typeof spansOf>[number]

/** Tasks share the time of their stage; what comes after the one that fails is skipped. */
function taskSteps({ stage, from, to, outcome }: Span, job: string): Unlogged[] {
  const names = tasksOf[stage]
  const broke = names.indexOf(fragile[stage])
  const share = (to - from) / names.length
  const outcomeOf = (at: number): Outcome => {
    if (outcome !== 'failed') return outcome
    return at < broke ? 'succeeded' : at === broke ? 'failed' : 'skipped'
  }
  return names.map((name, at) => ({
    type: 'Task',
    name,
    path: `${job}.${at + 1}`,
    parent: job,
    order: at + 1,
    from: from + at * share,
    to: from + (at + 1) * share,
    outcome: outcomeOf(at),
    issue: outcomeOf(at) === 'failed' ? issues[stage] : undefined,
  }))
}

function stageSteps(span: Span): Unlogged[] {
  const { stage, order, from, to, outcome } = span
  const common = { name: stage, order, from, to, outcome, issue: undefined }
  const job = `${stage}.${stage}.__default`
  return [
    { ...common, type: 'Stage', path: stage, parent: undefined },
    { ...common, type: 'Phase', path: `${stage}.${stage}`, parent: stage },
    { ...common, type: 'Job', path: job, parent: `${stage}.${stage}` },
    ...taskSteps(span, job),
  ]
}

/** All steps of a run, parents before children; there are none until it has started. */
export function stepsOf(build: Build, now: number): Step[] {
  if (build.started === undefined) return []
  const until = knownUntil(build, now)
  const hasLog = ({ type, outcome, from }: Unlogged): boolean =>
    (type === 'Job' || type === 'Task') && outcome !== 'skipped' && from <= until
  const steps = spansOf(build, build.started).flatMap(stageSteps)
  const logged = steps.filter(hasLog)
  return steps.map((step) => ({ ...step, log: hasLog(step) ? logged.indexOf(step) + 1 : undefined }))
}
