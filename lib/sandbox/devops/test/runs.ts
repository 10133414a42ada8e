import 'server-only'
import type { TestRun } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { datesRefused, resultUnknown } from './errors'
import { runIn, runsOf } from './find'
import { outcomeOf, outcomesIn } from './outcomes'
import { positionOf, resultJson, runJson, runStatisticsJson, wholeRunJson } from './test-json'

const defaultPage = 100
const mostResults = 1000
const week = 7 * 24 * 3_600_000

type Test = (run: TestRun) => boolean

/** The dates come together, and lie at most a week apart. */
function byDate({ query }: Call): Test {
  const from = dateIn(query, 'minLastUpdatedDate')
  const to = dateIn(query, 'maxLastUpdatedDate')
  if (from === undefined && to === undefined) return () => true
  if (from === undefined || to === undefined || to - from > week) throw datesRefused()
  return ({ completed }) => completed >= from && completed <= to
}

const filters: Readonly<Record<string, (wanted: string) => Test>> = {
  buildUri: (wanted) => (run) => `vstfs:///build/build/${run.build.id}` === wanted.toLowerCase(),
  buildIds: (wanted) => (run) => wanted.split(',').includes(String(run.build.id)),
  buildDefIds: (wanted) => (run) => wanted.split(',').includes(String(run.build.pipeline.id)),
  branchName: (wanted) => (run) => run.build.branch === wanted,
  automated: (wanted) => () => wanted.toLowerCase() === 'true',
  isAutomated: (wanted) => () => wanted.toLowerCase() === 'true',
}

/** In the order of their IDs; the token for the next page is the number of runs before it. */
export function listRuns(call: Call): Answer {
  const { store, query } = call
  const wanted = Object.entries(filters).flatMap(([name, filter]) => {
    const value = query.get(name)
    return value ? [filter(value)] : []
  })
  const tests = [byDate(call), ...wanted]
  const runs = runsOf(call).filter((run) => tests.every((test) => test(run)))
  const start = numberIn(query, 'continuationToken') ?? numberIn(query, '$skip') ?? 0
  const end = start + (numberIn(query, '$top') ?? defaultPage)
  const tell = query.get('includeRunDetails')?.toLowerCase() === 'true' ? wholeRunJson : runJson
  const value = runs.slice(start, end).map((run) => tell(run, store))
  return answer({ value, count: value.length }, end < runs.length ? { 'x-ms-continuationtoken': String(end) } : {})
}

export const getRun = (call: Call): Answer => answer(wholeRunJson(runIn(call), call.store))

export const getStatistics = (call: Call): Answer => answer(runStatisticsJson(runIn(call), call.store))

/** Of the outcomes that are asked for, or all; at most a thousand at once. */
export function listResults(call: Call): Answer {
  const { store, query } = call
  const run = runIn(call)
  const isWanted = outcomesIn(query)
  const positions = Array.from({ length: run.total }, (_, position) => position).filter((position) =>
    isWanted(outcomeOf(run, position)),
  )
  const skip = numberIn(query, '$skip') ?? 0
  const top = Math.min(numberIn(query, '$top') ?? mostResults, mostResults)
  return answerList(positions.slice(skip, skip + top).map((position) => resultJson(run, position, store)))
}

/** One by its number. */
export function getResult(call: Call): Answer {
  const run = runIn(call)
  const id = call.parameters[1] ?? ''
  const position = positionOf(id)
  if (!Number.isInteger(position) || position < 0 || position >= run.total) throw resultUnknown(id)
  return answer(resultJson(run, position, call.store))
}
