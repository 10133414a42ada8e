import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { type Answer, answer, noContent } from '../protocol/answer'
import type { Call } from '../protocol/call'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { dateText } from '../wit/render'
import { buildUrl } from './build-json'
import { findBuild } from './find'
import { logUrl } from './logs'
import { knownUntil, type Step, stepsOf } from './steps'

/** How a step stands by now: what lies ahead has no result. */
function stateOf({ from, to, outcome }: Step, now: number) {
  if (outcome === 'skipped') return { startTime: null, finishTime: null, state: 'completed', result: outcome }
  if (from > now) return { startTime: null, finishTime: null, state: 'pending', result: null }
  const startTime = dateText(from)
  if (to > now) return { startTime, finishTime: null, state: 'inProgress', result: null }
  return { startTime, finishTime: dateText(to), state: 'completed', result: outcome }
}

/** What is told of records that ran on an agent, of tasks, and of what went wrong. */
function detailsOf({ type, name, outcome, issue }: Step) {
  const task = { id: guidOf(`task ${name}`), name: name.replaceAll(' ', ''), version: '2.1.0' }
  return {
    workerName: type === 'Job' || type === 'Task' ? 'Azure Pipelines 1' : null,
    errorCount: issue === undefined ? 0 : 1,
    warningCount: outcome === 'succeededWithIssues' ? 1 : 0,
    task: type === 'Task' ? task : null,
    ...(issue === undefined ? {} : { issues: [{ type: 'error', category: 'General', message: issue, data: {} }] }),
  }
}

export const recordId = ({ id }: Build, path: string): string => guidOf(`record ${id} ${path}`)

function recordJson(step: Step, build: Build, now: number, store: Store) {
  const { type, name, path, parent, order, log } = step
  return {
    previousAttempts: [],
    id: recordId(build, path),
    parentId: parent === undefined ? null : recordId(build, parent),
    type,
    name,
    ...stateOf(step, knownUntil(build, now)),
    currentOperation: null,
    percentComplete: null,
    resultCode: null,
    changeId: order,
    lastModified: '0001-01-01T00:00:00',
    order,
    details: null,
    url: null,
    log: log === undefined ? null : { id: log, type: 'Container', url: logUrl(log, build, store) },
    attempt: 1,
    identifier: path,
    ...detailsOf(step),
  }
}

/** The stages of a run with their phases, jobs and tasks; there is none until it has started. */
export function getTimeline(call: Call): Answer {
  const { store, parameters } = call
  const now = call.now.getTime()
  const build = findBuild(call, parameters[0] ?? '')
  if (build.started === undefined) return noContent
  const id = guidOf(`plan of build ${build.id}`)
  return answer({
    records: stepsOf(build, now).map((step) => recordJson(step, build, now, store)),
    lastChangedBy: '00000002-0000-8888-8000-000000000000',
    lastChangedOn: dateText(build.finished ?? now),
    id,
    changeId: 30,
    url: `${buildUrl(build, store)}/Timeline/${id}`,
  })
}
