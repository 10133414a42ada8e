import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { testName } from '../../seed/delivery/test-runs'
import { prefersArchive, prefersText } from '../protocol/accept'
import { type Answer, answerList, answerText } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { notEmulated } from '../protocol/errors'
import type { Store } from '../store/index'
import { countsOf } from '../test/outcomes'
import { dateText } from '../wit/render'
import { buildPartsUrl } from './build-json'
import { logUnknown } from './errors'
import { findBuild } from './find'
import { knownUntil, type Step, stepsOf } from './steps'

export interface Log {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly created: number
  readonly changed: number
  readonly lines: readonly string[]
}

export const logUrl = (id: number, build: Build, store: Store): string => `${buildPartsUrl(build, store)}/logs/${id}`

/** What the tests say at their end. */
function testLines(build: Build, { delivery }: Store): string[] {
  const run = delivery().testRuns.find((one) => one.build === build)
  if (!run) return []
  const { total, passed, failed, skipped } = countsOf(run)
  const names = run.failed.map((position) => `Failed: ${testName(build.pipeline.repository, position)}`)
  return [...names, `Tests: ${total}, passed: ${passed}, failed: ${failed}, not executed: ${skipped}`]
}

const rule = '='.repeat(78)

function taskLines({ name, issue }: Step, build: Build, store: Store): string[] {
  return [
    `##[section]Starting: ${name}`,
    rule,
    `Task         : ${name}`,
    'Version      : 2.1.0',
    rule,
    ...(name === 'Checkout' ? [`HEAD is now at ${build.commit.slice(0, 7)}`] : []),
    ...(name === 'Run tests' ? testLines(build, store) : []),
    ...(issue === undefined ? [] : [`##[error]${issue}`]),
    `##[section]Finishing: ${name}`,
  ]
}

const stamp = (instant: number): string => new Date(instant).toISOString().replace('Z', '0000Z')

/** A line for each part of the time; what has not been written yet is missing. */
function stamped(lines: readonly string[], { from, to }: Step, until: number): string[] {
  const gap = (to - from) / lines.length
  return lines
    .map((line, at) => [from + at * gap, line] as const)
    .flatMap(([at, line]) => (at <= until ? [`${stamp(at)} ${line}`] : []))
}

/** Every task writes a log, and a job one with those of all its tasks. */
export function logsOf(build: Build, { store, now }: Call): Log[] {
  const steps = stepsOf(build, now.getTime())
  const until = knownUntil(build, now.getTime())
  const linesOf = (step: Step): string[] =>
    step.log === undefined ? [] : stamped(taskLines(step, build, store), step, until)
  return steps.flatMap((step) => {
    if (step.log === undefined) return []
    const tasks = step.type === 'Job' ? steps.filter(({ parent }) => parent === step.path) : [step]
    const changed = Math.min(step.to, until)
    return [{ id: step.log, created: step.from, changed, lines: tasks.flatMap(linesOf) }]
  })
}

export function logIn(build: Build, id: string, call: Call): Log {
  const log = logsOf(build, call).find((one) => String(one.id) === id)
  if (!log) throw logUnknown(id)
  return log
}

export function listLogs(call: Call): Answer {
  if (prefersArchive(call)) throw notEmulated('logs as an archive')
  const build = findBuild(call, call.parameters[0] ?? '')
  const told = logsOf(build, call).map(({ id, created, changed, lines }) => ({
    lineCount: lines.length,
    createdOn: dateText(created),
    lastChangedOn: dateText(changed),
    id,
    type: 'Container',
    url: logUrl(id, build, call.store),
  }))
  return answerList(told)
}

/** As text, or its lines as JSON, from `startLine` (1, unless given) to `endLine`. */
export function getLog(call: Call): Answer {
  const { query, parameters } = call
  const [buildId = '', id = ''] = parameters
  const { lines } = logIn(findBuild(call, buildId), id, call)
  const start = Math.max(1, numberIn(query, 'startLine') ?? 1)
  const wanted = lines.slice(start - 1, numberIn(query, 'endLine') ?? lines.length)
  return prefersText(call) ? answerText(wanted.map((line) => `${line}\r\n`).join('')) : answerList(wanted)
}
