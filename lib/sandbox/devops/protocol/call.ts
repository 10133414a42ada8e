import 'server-only'
import type { Project, Team } from '../../seed/model'
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

export type Handler = (call: Call) => Answer | Promise<Answer>

/** A whole number of the query that is not negative. */
export function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) throw argumentRefused(`The value '${text}' is not valid for ${name}.`)
  return Number(text)
}

/** The body as an object; what its members hold is for the handler to check. */
export async function bodyOf(request: Request): Promise<Partial<Record<string, unknown>>> {
  const text = await request.text()
  let body: unknown
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw bodyUnreadable()
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw bodyUnreadable()
  return { ...body }
}
