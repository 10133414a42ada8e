import type { ApiAddress } from './api-address'

/** A row of what a service tells under `OPTIONS _apis`. */
export interface ResourceLocation {
  readonly area: string
  readonly resource: string
  /** Its path, area and resource filled in; parameters are in braces, those in `{*}` may hold slashes. */
  readonly template: string
  /** Counts the versions of the resource itself. */
  readonly resourceVersion: number
  /** Versions of the API, such as 7.1. */
  readonly min: string
  readonly max: string
  /** The newest that needs no “-preview”; 0.0 where all do. */
  readonly released: string
}

const isParameter = (part: string): boolean => /^\$?\{/.test(part)
const takesRest = (part: string): boolean => part.startsWith('{*')

interface Template {
  /** How many parts stand before `_apis`. */
  readonly scope: number
  readonly resource: readonly string[]
}

function partsOf({ template }: ResourceLocation): Template {
  // Some templates end with a slash.
  const parts = template.replace(/\/$/, '').split('/')
  const scope = parts.indexOf('_apis')
  return { scope, resource: parts.slice(scope) }
}

/** A parameter takes any part; `${type}` one that begins with a dollar. */
function takes(pattern: string, part: string): boolean {
  if (!isParameter(pattern)) return pattern.toLowerCase() === part.toLowerCase()
  return !pattern.startsWith('$') || part.startsWith('$')
}

/** Parameters at the end may be missing, and the one in `{*}` takes what is left. */
function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  const rest = pattern.findIndex(takesRest)
  const [named, asked] = rest === -1 ? [pattern, parts] : [pattern.slice(0, rest), parts.slice(0, rest)]
  return (
    asked.length <= named.length &&
    named.every((part, place) => {
      const given = asked[place]
      return given === undefined ? isParameter(part) : takes(part, given)
    })
  )
}

/** How much of a path it names: a parameter nothing, one that wants a dollar a little. */
const named = (part: string): number => (isParameter(part) ? Number(part.startsWith('$')) / 2 : 1)
const namedIn = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + named(part), 0)

/** The better of two that fit names more of the path, then the same scope, then leaves less open, then is newer. */
function compare(address: ApiAddress) {
  const rank = (location: ResourceLocation): readonly number[] => {
    const { scope, resource } = partsOf(location)
    return [
      namedIn(resource),
      -Math.abs(scope - address.scope.length),
      -Math.abs(resource.length - address.resource.length),
      Number(location.max),
    ]
  }
  return (a: ResourceLocation, b: ResourceLocation): number => {
    const [ofA, ofB] = [rank(a), rank(b)]
    const place = ofA.findIndex((value, index) => value !== ofB[index])
    return place === -1 ? 0 : (ofB[place] ?? 0) - (ofA[place] ?? 0)
  }
}

/** The resource that a path asks for, if the service tells of it. */
export const locationOf = (address: ApiAddress, locations: readonly ResourceLocation[]): ResourceLocation | undefined =>
  locations.filter((location) => fits(partsOf(location).resource, address.resource)).sort(compare(address))[0]

export interface ChosenVersion {
  readonly version: string
  /** Why it is not simply the one of the connection. */
  readonly reason?: string
}

const asNumber = (version: string): number => {
  const [major = 0, minor = 0] = version.split('-')[0]?.split('.').map(Number) ?? []
  return major * 100 + minor
}

/**
 * The version to ask a resource in: the connection's, or the nearest that the resource has; with “-preview” where no
 * other is served (a released version of 0.0 means that all are previews).
 * @param wanted The version of the connection
 */
export function versionFor({ min, max, released }: ResourceLocation, wanted: string): ChosenVersion {
  const [number = wanted] = wanted.split('-')
  const inRange = asNumber(number) < asNumber(min) ? min : asNumber(number) > asNumber(max) ? max : number
  const isPreview = asNumber(inRange) > asNumber(released)
  const version = isPreview ? `${inRange}-preview` : inRange
  if (version === wanted) return { version }
  if (inRange === number) return { version, reason: isPreview ? 'there is only a preview of it' : 'it is released' }
  return { version, reason: inRange === min ? 'there is no older one' : 'there is no newer one' }
}
