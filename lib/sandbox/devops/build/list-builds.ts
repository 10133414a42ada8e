import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { type Answer, answer } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { buildJson, reasons } from './build-json'
import { buildsOf } from './find'

type Test = (build: Build) => boolean

const partsOf = (text: string): readonly string[] => text.toLowerCase().split(',').filter(Boolean)

/** Numbers are compared as a whole, or by their beginning if they end in an asterisk. */
function hasNumber({ number }: Build, wanted: string): boolean {
  return wanted.endsWith('*') ? number.startsWith(wanted.slice(0, -1)) : number === wanted
}

const filters: Readonly<Record<string, (wanted: string) => Test>> = {
  buildIds: (wanted) => (one) => partsOf(wanted).includes(String(one.id)),
  definitions: (wanted) => (one) => partsOf(wanted).includes(String(one.pipeline.id)),
  statusFilter: (wanted) => (one) =>
    wanted.toLowerCase() === 'all' || partsOf(wanted).includes(one.status.toLowerCase()),
  resultFilter: (wanted) => (one) => one.result !== undefined && partsOf(wanted).includes(one.result.toLowerCase()),
  reasonFilter: (wanted) => (one) =>
    wanted.toLowerCase() === 'all' || partsOf(wanted).includes(reasons[one.pipeline.occasion].toLowerCase()),
  branchName: (wanted) => (one) => one.branch === wanted,
  buildNumber: (wanted) => (one) => hasNumber(one, wanted),
  repositoryId: (wanted) => (one) => one.pipeline.repository.id === wanted.toLowerCase(),
  requestedFor:
    (wanted) =>
    ({ requestedFor: { id, displayName, uniqueName } }) =>
      [id, displayName, uniqueName].some((name) => name.toLowerCase() === wanted.toLowerCase()),
}

const times: Readonly<Record<string, (build: Build) => number | undefined>> = {
  finishtime: ({ finished }) => finished,
  starttime: ({ started }) => started,
  queuetime: ({ queued }) => queued,
}

interface Order {
  readonly timeOf: (build: Build) => number | undefined
  readonly isDescending: boolean
}

/** By the time it was queued, the latest first, unless another order is asked for. */
function orderIn({ query }: Call): Order {
  const text = query.get('queryOrder')?.toLowerCase() ?? 'queuetimedescending'
  const [, name = '', direction] = /^(\w+?)(ascending|descending)$/.exec(text) ?? []
  const timeOf = times[name]
  if (!timeOf) throw argumentRefused(`The value '${text}' is not valid for queryOrder.`)
  return { timeOf, isDescending: direction === 'descending' }
}

/** The earliest and the latest are meant of the time by which the list is ordered. */
function byTime({ query }: Call, { timeOf }: Order): Test {
  const from = dateIn(query, 'minTime') ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, 'maxTime') ?? Number.POSITIVE_INFINITY
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return () => true
  return (one) => {
    const at = timeOf(one) ?? Number.NaN
    return at >= from && at <= to
  }
}

/** No more than so many of each definition. */
function atMost(limit: number | undefined): Test {
  const counts = new Map<number, number>()
  return ({ pipeline: { id } }) => {
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    return limit === undefined || count <= limit
  }
}

function select(call: Call): Build[] {
  const { query } = call
  const order = orderIn(call)
  const wanted = Object.entries(filters).flatMap(([name, filter]) => {
    const value = query.get(name)
    return value ? [filter(value)] : []
  })
  const tests = [byTime(call, order), ...wanted]
  const found = buildsOf(call).filter((build) => tests.every((test) => test(build)))
  const position = (build: Build): number => order.timeOf(build) ?? Number.POSITIVE_INFINITY
  const ascending = found.sort((one, other) => position(one) - position(other) || one.id - other.id)
  return (order.isDescending ? ascending.reverse() : ascending).filter(
    atMost(numberIn(query, 'maxBuildsPerDefinition')),
  )
}

const defaultPage = 1000

/** One page; the token for the next one is the number of builds before it. */
export function listBuilds(call: Call): Answer {
  const { store, query } = call
  const builds = select(call)
  const start = numberIn(query, 'continuationToken') ?? 0
  const end = start + (numberIn(query, '$top') ?? defaultPage)
  const value = builds.slice(start, end).map((build) => buildJson(build, store))
  return answer({ count: value.length, value }, end < builds.length ? { 'x-ms-continuationtoken': String(end) } : {})
}
