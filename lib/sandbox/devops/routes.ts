import 'server-only'
import type { Handler } from './call'
import { getConnectionData, getResourceAreas } from './discovery'
import { getField, listFields } from './field-answers'
import { getProject, listProjects } from './projects'
import { getRelationTypes } from './relation-types'
import type { Renderer } from './render'
import { type Resource, resources } from './resources'
import { queryByWiql } from './wiql/query-by-wiql'
import { getWorkItemType, listStates, listWorkItemTypes } from './work-item-types'
import { workItemHandlers } from './work-items'

/** How deep in the organization a route may be called: below a project only, below it too, and so on. */
type Scope = 'organization' | 'organization or project' | 'project' | 'any'

interface Route {
  readonly resource: Resource
  readonly method: 'GET' | 'POST'
  /** What stands behind `_apis/`, in lower case; `*` is a parameter. */
  readonly path: string
  readonly scope: Scope
  readonly handle: Handler
}

export function createRoutes(renderer: Renderer): readonly Route[] {
  const workItems = workItemHandlers(renderer)
  const get = (resource: Resource, path: string, scope: Scope, handle: Handler): Route => ({
    resource,
    method: 'GET',
    path,
    scope,
    handle,
  })
  const post = (resource: Resource, path: string, scope: Scope, handle: Handler): Route => ({
    ...get(resource, path, scope, handle),
    method: 'POST',
  })
  return [
    get(resources.connectionData, 'connectiondata', 'organization', getConnectionData),
    get(resources.resourceAreas, 'resourceareas', 'organization', getResourceAreas),
    get(resources.resourceAreas, 'resourceareas/*', 'organization', getResourceAreas),
    get(resources.projects, 'projects', 'organization', listProjects),
    get(resources.projects, 'projects/*', 'organization', getProject),
    get(resources.fields, 'wit/fields', 'organization or project', listFields),
    get(resources.fields, 'wit/fields/*', 'organization or project', getField),
    get(resources.workItemRelationTypes, 'wit/workitemrelationtypes', 'organization', getRelationTypes),
    get(resources.workItemRelationTypes, 'wit/workitemrelationtypes/*', 'organization', getRelationTypes),
    get(resources.workItemTypes, 'wit/workitemtypes', 'project', listWorkItemTypes),
    get(resources.workItemTypes, 'wit/workitemtypes/*', 'project', getWorkItemType),
    get(resources.workItemTypeStates, 'wit/workitemtypes/*/states', 'project', listStates),
    get(resources.workItems, 'wit/workitems', 'organization or project', workItems.list),
    get(resources.workItems, 'wit/workitems/*', 'organization or project', workItems.get),
    post(resources.workItemsBatch, 'wit/workitemsbatch', 'organization or project', workItems.batch),
    post(resources.wiql, 'wit/wiql', 'any', queryByWiql),
  ]
}

/** What stands at the parameters, if the path is the route's. */
function parametersOf(pattern: string, path: readonly string[]): string[] | undefined {
  const words = pattern.split('/')
  const fits =
    words.length === path.length && words.every((word, at) => word === '*' || word === path[at]?.toLowerCase())
  return fits ? path.filter((_, at) => words[at] === '*') : undefined
}

const allowed: Readonly<Record<Scope, readonly number[]>> = {
  organization: [0],
  'organization or project': [0, 1],
  project: [1],
  any: [0, 1, 2],
}

interface Wanted {
  readonly method: string
  readonly path: readonly string[]
  /** 0 for the organization, 1 below a project, 2 below a team. */
  readonly depth: number
}

/** The route for a request, and what stands at its parameters. */
export function findRoute(routes: readonly Route[], { method, path, depth }: Wanted) {
  for (const route of routes) {
    const parameters = parametersOf(route.path, path)
    if (parameters && route.method === method && allowed[route.scope].includes(depth)) return { route, parameters }
  }
  return undefined
}
