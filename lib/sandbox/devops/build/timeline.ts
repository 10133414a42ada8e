import 'server-only'
import type { Build, StageName } from '../../seed/delivery/model'
import { stagesOf, tasksOf } from '../../seed/delivery/stages'
import { type Answer, answer, noContent } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { guidOf } from '../store/members/ids'
import { dateText } from '../wit/render'
import { buildUrl } from './build-json'
import { findBuild } from './find'

/** Which of the tasks it is that fails. */
const fragile: Readonly<Record<StageName, string>> = { Build: 'Compile', Test: 'Run tests', Deploy: 'Check health' }

const issues: Readonly<Record<StageName, string>> = {
  Build: 'The process exited with code 1.',
  Test: 'There are one or more test failures detected in result files.',
  Deploy: 'The service did not answer its health check in time.',
}

type Outcome = 'succeeded' | 'succeededWithIssues' | 'failed' | 'canceled' | 'skipped'

interface RecordOptions {
  readonly type: 'Stage' | 'Phase' | 'Job' | 'Task'
  readonly name: string
  readonly path: string
  readonly parent: string | undefined
  readonly order: number
  readonly from: number
  readonly to: number
  readonly outcome: Outcome
}

/** How a record stands by now: what lies ahead has no result. */
function stateOf({ from, to, outcome }: RecordOptions, now: number) {
  if (outcome === 'skipped') return { startTime: null, finishTime: null, state: 'completed', result: outcome }
  if (from > now) return { startTime: null, finishTime: null, state: 'pending', result: null }
  const startTime = dateText(from)
  if (to > now) return { startTime, finishTime: null, state: 'inProgress', result: null }
  return { startTime, finishTime: dateText(to), state: 'completed', result: outcome }
}

/** What is told of records that ran on an agent, of tasks, and of what went wrong. */
function detailsOf({ type, name, outcome }: RecordOptions, issue: string | undefined) {
  const isBroken = issue !== undefined && outcome === 'failed'
  const task = { id: guidOf(`task ${name}`), name: name.replaceAll(' ', ''), version: '2.1.0' }
  return {
    workerName: type === 'Job' || type === 'Task' ? 'Azure Pipelines 1' : null,
    errorCount: isBroken ? 1 : 0,
    warningCount: outcome === 'succeededWithIssues' ? 1 : 0,
    task: type === 'Task' ? task : null,
    ...(isBroken ? { issues: [{ type: 'error', category: 'General', message: issue, data: {} }] } : {}),
  }
}

function createRecordWriter(build: Build, end: number) {
  const idOf = (path: string): string => guidOf(`record ${build.id} ${path}`)
  return (options: RecordOptions, issue?: string) => {
    const { type, name, path, parent, order } = options
    return {
      previousAttempts: [],
      id: idOf(path),
      parentId: parent === undefined ? null : idOf(parent),
      type,
      name,
      ...stateOf(options, end),
      currentOperation: null,
      percentComplete: null,
      resultCode: null,
      changeId: order,
      lastModified: '0001-01-01T00:00:00',
      order,
      details: null,
      url: null,
      log: null,
      attempt: 1,
      identifier: path,
      ...detailsOf(options, issue),
    }
  }
}

/** Stages share the time of the run, tasks that of their stage. */
function createTimeline(build: Build, from: number, now: number) {
  const stages = stagesOf(build.pipeline.occasion)
  const to = build.finished ?? from + build.pipeline.minutes * 60_000
  const end = build.finished ?? now
  const write = createRecordWriter(build, end)
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

  return stages.flatMap((stage, index) => {
    const outcome = outcomeOf(stage, index)
    const start = from + Math.min(index, last) * step
    const common = { order: index + 1, from: start, to: start + step, outcome }
    const path = `${stage}.${stage}.__default`
    const broke = tasksOf[stage].indexOf(fragile[stage])
    const share = step / tasksOf[stage].length
    const taskOutcome = (at: number): Outcome => {
      if (outcome !== 'failed') return outcome
      return at < broke ? 'succeeded' : at === broke ? 'failed' : 'skipped'
    }
    return [
      write({ ...common, type: 'Stage', name: stage, path: stage, parent: undefined }),
      write({ ...common, type: 'Phase', name: stage, path: `${stage}.${stage}`, parent: stage }),
      write({ ...common, type: 'Job', name: stage, path, parent: `${stage}.${stage}` }),
      ...tasksOf[stage].map((name, at) => {
        const span = { from: start + at * share, to: start + (at + 1) * share, outcome: taskOutcome(at) }
        const task = { type: 'Task', name, path: `${path}.${at + 1}`, parent: path, order: at + 1, ...span } as const
        return write(task, issues[stage])
      }),
    ]
  })
}

/** The stages of a run with their phases, jobs and tasks; there is none until it has started. */
export function getTimeline(call: Call): Answer {
  const { store, now, parameters } = call
  const build = findBuild(call, parameters[0] ?? '')
  if (build.started === undefined) return noContent
  const id = guidOf(`plan of build ${build.id}`)
  return answer({
    records: createTimeline(build, build.started, now.getTime()),
    lastChangedBy: '00000002-0000-8888-8000-000000000000',
    lastChangedOn: dateText(build.finished ?? now.getTime()),
    id,
    changeId: 30,
    url: `${buildUrl(build, store)}/Timeline/${id}`,
  })
}
