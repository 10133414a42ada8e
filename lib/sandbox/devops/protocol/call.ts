import 'server-only'
import type { Project, Team } from '../../seed/model'
import { projectNameUnknown } from '../core/errors'
import type { Store } from '../store/index'
import type { Address } from './address'
import type { Answer } from './answer'
import { argumentRefused, bodyUnreadable } from './errors'
import type { Principal } from './sign-in'

/** One request that has been let in and found its way. */
export interface Call {
  readonly store: Store
  readonly request: Request
  readonly query: URLSearchParams
  /** What stands in the address where the route has a `*`. */
  readonly parameters: readonly string[]
  readonly project: Project | undefined
  readonly team: Team | undefined
  readonly caller: Principal
  readonly now: Date
  /** The organization on one of its services, as the caller spells it. */
  readonly urlOn: Address['urlOn']
}

/** The project in the address of a route that has one: the router lets no call without it through. */
export function projectOf({ project }: Pick<Call, 'project'>): Project {
  if (!project) throw projectNameUnknown('')
  return project
}

/** The team in the address, or the project's default team where none is named. */
export const teamOf = (call: Pick<Call, 'project' | 'team'>): Team => call.team ?? projectOf(call).teams[0]

export type Handler = (call: Call) => Answer | Promise<Answer>

/** A whole number of the query that is not negative. */
export function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) throw argumentRefused(`The value '${text}' is not valid for ${name}.`)
  return Number(text)
}

async function parsed(request: Request): Promise<unknown> {
  const text = await request.text()
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw bodyUnreadable()
  }
}

export type Members = Partial<Record<string, unknown>>

/** The service takes names of members in any case; Microsoft's own examples have `IsDeleted` and `isDeleted`. */
const camelCased = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** The members of an object; what they hold is for the handler to check. Of anything else there are none. */
export function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [camelCased(name), member]))
}

/** The body as an object. */
export async function bodyOf(request: Request): Promise<Members> {
  const body = await parsed(request)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw bodyUnreadable()
  return membersOf(body)
}

/** The body as a list of objects, as a JSON Patch is. */
export async function listIn(request: Request): Promise<readonly Members[]> {
  const body = await parsed(request)
  if (!Array.isArray(body)) throw bodyUnreadable()
  return body.map(membersOf)
}

/** A text, or nothing for whatever else stands there. */
export const textIn = (members: Members, name: string): string | undefined => {
  const value = members[name]
  return typeof value === 'string' ? value : undefined
}

/** An instant of the query, in milliseconds since 1970. */
export function dateIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) throw argumentRefused(`The value '${text}' is not valid for ${name}.`)
  return instant
}
