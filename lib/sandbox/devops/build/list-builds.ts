import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { type Answer, answer } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { flagsNamed, membersNamed } from '../protocol/enumeration'
import { buildJson, reasons } from './build-json'
import { buildsOf } from './find'

type Test = (build: Build) => boolean

const partsOf = (text: string): readonly string[] => text.toLowerCase().split(',').filter(Boolean)

const statuses = { inprogress: 1, completed: 2, cancelling: 4, postponed: 8, notstarted: 32, all: 47 }
const results = { succeeded: 2, partiallysucceeded: 4, failed: 8, canceled: 32 }
const reasonFlags = {
  manual: 1,
  individualci: 2,
  batchedci: 4,
  schedule: 8,
  scheduleforced: 16,
  usercreated: 32,
  validateshelveset: 64,
  checkinshelveset: 128,
  pullrequest: 256,
  buildcompletion: 512,
  resourcetrigger: 1024,
  all: 2031,
}

const isAmong =
  (names: readonly string[], read: (build: Build) => string | undefined): Test =>
  (build) =>
    names.includes(read(build)?.toLowerCase() ?? '')

/** Numbers are compared as a whole, or by their beginning if they end in an asterisk. */
function hasNumber({ number }: Build, wanted: string): boolean {
  return wanted.endsWith('*') ? number.startsWith(wanted.slice(0, -1)) : number === wanted
}

const filters: Readonly<Record<string, (wanted: string) => Test>> = {
  buildIds: (wanted) => (one) => partsOf(wanted).includes(String(one.id)),
  definitions: (wanted) => (one) => partsOf(wanted).includes(String(one.pipeline.id)),
  statusFilter: (wanted) => isAmong(flagsNamed(statuses, wanted), ({ status }) => status),
  resultFilter: (wanted) => isAmong(flagsNamed(results, wanted), ({ result }) => result),
  reasonFilter: (wanted) => isAmong(flagsNamed(reasonFlags, wanted), ({ pipeline }) => reasons[pipeline.occasion]),
  branchName: (wanted) => (one) => one.branch === wanted,
  buildNumber: (wanted) => (one) => hasNumber(one, wanted),
  repositoryId: (wanted) => (one) => one.pipeline.repository.id === wanted.toLowerCase(),
  requestedFor:
    (wanted) =>
    ({ requestedFor: { id, displayName, uniqueName } }) =>
      [id, displayName, uniqueName].some((name) => name.toLowerCase() === wanted.toLowerCase()),
}

const queueTime = ({ queued }: Build): number | undefined => queued

const times: Readonly<Record<string, typeof queueTime>> = {
  finishtime: ({ finished }) => finished,
  starttime: ({ started }) => started,
  queuetime: queueTime,
}

interface Order {
  readonly timeOf: (build: Build) => number | undefined
  readonly isDescending: boolean
}

const orders = {
  finishtimeascending: 2,
  finishtimedescending: 3,
  queuetimedescending: 4,
  queuetimeascending: 5,
  starttimedescending: 6,
  starttimeascending: 7,
}

/** By the time it was queued, the latest first, unless another order is asked for. */
function orderIn({ query }: Call): Order {
  const [text = ''] = membersNamed(orders, query.get('queryOrder') ?? 'queueTimeDescending')
  const [, name = '', direction] = /^(\w+?)(ascending|descending)$/.exec(text) ?? []
  const { [name]: timeOf = queueTime } = times
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
