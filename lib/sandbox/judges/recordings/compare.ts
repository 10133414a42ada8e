import 'server-only'
import type { Recording } from './recording'

/** What one side has at one place: the kinds of its values, all members, and those of the first object in their order. */
interface Place {
  readonly kinds: Set<string>
  readonly members: Set<string>
  readonly order: readonly string[]
}

/** Members whose names are data, as those of `fields` are. */
const maps = ['fields', 'transitions', 'properties', 'acesDictionary', 'backlogVisibilities', 'triggerInfo', 'settings']

/** `value` is a list, except where it maps what was asked for to what was found. */
const lookup = '/value'

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** Gathers what stands at each place; all elements of a list are at one place. */
function gather(value: unknown, path: string, places: Map<string, Place>): Map<string, Place> {
  const isMap = maps.some((name) => path.endsWith(`/${name}`)) || path === lookup
  const hasMembers = kindOf(value) === 'object' && !isMap
  const order = hasMembers ? Object.keys(value ?? {}) : []
  const place = places.get(path) ?? { kinds: new Set(), members: new Set(), order }
  places.set(path, place)
  place.kinds.add(kindOf(value))
  if (Array.isArray(value)) for (const element of value) gather(element, `${path}/*`, places)
  if (!hasMembers) return places
  for (const [name, member] of Object.entries(value ?? {})) {
    place.members.add(name)
    gather(member, `${path}/${name}`, places)
  }
  return places
}

const listed = (names: ReadonlySet<string>): string => [...names].sort().join('|')

/** Whether the members that both sides have come in the same order. */
function isSameOrder(ours: Place, theirs: Place): boolean {
  const common = ours.order.filter((name) => theirs.order.includes(name))
  return common.join() === theirs.order.filter((name) => ours.order.includes(name)).join()
}

function comparePlace(path: string, ours: Place, theirs: Place): string[] {
  const findings: string[] = []
  for (const name of theirs.members) if (!ours.members.has(name)) findings.push(`${path}/${name} is missing`)
  for (const name of ours.members) if (!theirs.members.has(name)) findings.push(`${path}/${name} is not recorded`)
  if (!isSameOrder(ours, theirs)) findings.push(`${path} has its members in another order`)
  const strange = [...ours.kinds].filter((kind) => !theirs.kinds.has(kind))
  if (strange.length > 0) findings.push(`${path} is ${listed(new Set(strange))}, recorded ${listed(theirs.kinds)}`)
  return findings
}

/** How the shape of an answer differs from the recorded one: members, their kinds, null, and their order. */
export function compareBodies(ours: unknown, theirs: unknown): string[] {
  const recorded = gather(theirs ?? null, '', new Map())
  const answered = gather(ours ?? null, '', new Map())
  return [...answered].flatMap(([path, place]) => {
    const other = recorded.get(path)
    return other ? comparePlace(path, place, other) : []
  })
}

/** Put there by the network in front of the service, by the recorder, or different in each answer. */
const untold = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'server',
  'transfer-encoding',
  'x-aspnet-version',
  'x-powered-by',
])

/** Whose values are told by the answer's meaning, and so have to be the same. */
const equal = ['content-type', 'x-ms-continuationtoken', 'x-vss-authenticateerror', 'cache-control', 'vary']

/** Since when recordings have all headers that the service sends now. */
const complete = '2025'

/** How the headers differ: names that are missing or too many, and values that mean something. */
export function compareHeaders(ours: Headers, { source, response }: Recording): string[] {
  const theirs = Object.entries(response.headers).filter(([name]) => !untold.has(name))
  const missing = theirs.filter(([name]) => !ours.has(name)).map(([name]) => `header ${name} is missing`)
  const known = new Set([...theirs.map(([name]) => name), ...untold])
  const strange = [...ours.keys()].filter((name) => source.recordedAt >= complete && !known.has(name))
  const wrong = theirs.flatMap(([name, recorded]) => {
    const value = ours.get(name)?.toLowerCase()
    const isWrong = value !== undefined && equal.includes(name) && value !== String(recorded).toLowerCase()
    return isWrong ? [`header ${name} is ${value}, recorded ${recorded}`] : []
  })
  return [...missing, ...strange.map((name) => `header ${name} is not recorded`), ...wrong]
}
