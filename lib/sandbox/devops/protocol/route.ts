import 'server-only'
import type { Handler } from './call'
import type { Service } from './hosts'
import type { Resource } from './resource'

/** How deep in the organization a route may be called: below no project, below a project, below a team. */
export type Scope = 'organization' | 'organization or project' | 'project' | 'project or team' | 'team' | 'any'

export interface Route {
  readonly service: Resource['service']
  /** Undefined where no API version is asked for and no resource is told. */
  readonly resource: Resource | undefined
  readonly method: string
  /**
   * What stands behind `_apis/`, or from `_odata/` on, in lower case; `*` is one part of the address, `**` at the end
   * all that follow.
   */
  readonly path: string
  readonly scope: Scope
  readonly handle: Handler
}

/** Writes a route as one line: `route('GET', resource, 'wit/fields/*', 'organization or project', getField)`. */
export const route = (method: string, resource: Resource, path: string, scope: Scope, handle: Handler): Route => ({
  service: resource.service,
  resource,
  method,
  path,
  scope,
  handle,
})

/** What is outside the versioned API, on one of the services: `unversioned('GET', 'analytics.dev.azure.com', '_odata/**', …)`. */
export const unversioned = (method: string, service: Service, path: string, scope: Scope, handle: Handler): Route => ({
  service,
  resource: undefined,
  method,
  path,
  scope,
  handle,
})

const fits = (word: string, part = ''): boolean =>
  word === '*' || (word === '$*' && part.startsWith('$')) || word === part.toLowerCase()

function nameAt(word: string | undefined, part: string): string[] {
  if (word === '$*') return [part.slice(1)]
  return word === '*' ? [part] : []
}

/** What stands at the parameters, if the path is the route's. */
function parametersOf(pattern: string, path: readonly string[]): string[] | undefined {
  const words = pattern.split('/')
  const isOpen = words.at(-1) === '**'
  const fixed = isOpen ? words.slice(0, -1) : words
  if (isOpen ? path.length < fixed.length : path.length !== fixed.length) return undefined
  if (!fixed.every((word, at) => fits(word, path[at]))) return undefined
  const named = path.flatMap((part, at) => nameAt(fixed[at], part))
  return isOpen ? [...named, path.slice(fixed.length).join('/')] : named
}

const allowed: Readonly<Record<Scope, readonly number[]>> = {
  organization: [0],
  'organization or project': [0, 1],
  project: [1],
  'project or team': [1, 2],
  team: [2],
  any: [0, 1, 2],
}

interface Wanted {
  /** Undefined: whichever has it. */
  readonly service: Service | undefined
  readonly method: string
  readonly path: readonly string[]
  /** 0 for the organization, 1 below a project, 2 below a team. */
  readonly depth: number
}

export const isOn = (service: Service | undefined, where: Resource['service']): boolean =>
  service === undefined || where === 'each' || where === service

/** The first route that fits a request, and what stands at its parameters. */
export function findRoute(routes: readonly Route[], { service, method, path, depth }: Wanted) {
  for (const one of routes) {
    if (one.method !== method || !isOn(service, one.service) || !allowed[one.scope].includes(depth)) continue
    const parameters = parametersOf(one.path, path)
    if (parameters) return { route: one, parameters }
  }
  return undefined
}
