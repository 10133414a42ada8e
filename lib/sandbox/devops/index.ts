import 'server-only'
import { notEmulated } from '../not-emulated'
import { createWorld } from '../seed'
import { identityIdOf, listResources } from './location/discovery'
import { type Address, parseAddress } from './protocol/address'
import { type Answer, json, usualHeaders } from './protocol/answer'
import { negotiateVersion } from './protocol/api-version'
import type { Caller } from './protocol/caller'
import { isRefusal, type Refusal } from './protocol/errors'
import { findRoute } from './protocol/route'
import { type Principal, type Realm, turnAway } from './protocol/sign-in'
import { createRoutes } from './routes'
import { createStore } from './store/index'
import { createRenderer } from './wit/render'

interface DevOpsOptions {
  readonly organization: string
  /** The tenant that the organization is connected to. */
  readonly tenantId: string
  readonly seed: number
  /** Number of work items. */
  readonly items: number
  readonly now: () => Date
  readonly identify: (request: Request) => Promise<Caller>
}

/** Nobody has recorded what an unknown organization answers; that it is 404 and a page is the best guess there is. */
function organizationUnknown(request: Request, now: Date): Response {
  const headers = usualHeaders(request, now, 'text/html; charset=utf-8')
  const html = '<!DOCTYPE html><html><head><title>404 - Page not found</title></head><body></body></html>'
  return new Response(html, { status: 404, headers })
}

function refuse(request: Request, now: Date, refusal: Refusal): Response {
  return new Response(JSON.stringify(refusal.body), {
    status: refusal.status,
    headers: usualHeaders(request, now, json),
  })
}

function respond(request: Request, now: Date, caller: Principal, answer: Answer, version?: string): Response {
  const headers = usualHeaders(request, now, version ? `${json}; api-version=${version}` : json)
  headers.set('x-vss-userdata', `${identityIdOf(caller.objectId)}:${caller.objectId}`)
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value)
  const { status = 200 } = answer
  if (status !== 204) return new Response(answer.json, { status, headers })
  headers.delete('content-type')
  return new Response(null, { status, headers })
}

const depthOf = ({ project, team }: Address): number => Number(project !== undefined) + Number(team !== undefined)

/** Emulates what Azure DevOps answers for one organization; 501 for whatever it does not emulate. */
export function createDevOps({ organization, tenantId, seed, items, now, identify }: DevOpsOptions) {
  const world = createWorld({ seed, items, now: now() })
  const store = createStore(organization, tenantId, world)
  const routes = createRoutes(createRenderer(store))

  /** A request of somebody who is let in. */
  async function serve(request: Request, address: Address, caller: Principal): Promise<Response> {
    const { path = [], service, urlOn } = address
    const { method } = request
    if (method === 'OPTIONS' && path.length < 2) {
      return respond(request, now(), caller, listResources(routes, service, path[0]))
    }
    const found = findRoute(routes, { service, method, path, depth: depthOf(address) })
    if (!found) return notEmulated(request)
    const { route, parameters } = found
    const url = new URL(request.url)
    const version = route.resource && negotiateVersion(request, url, route.resource)
    const project = address.project === undefined ? undefined : store.findProject(address.project)
    const team = project && address.team !== undefined ? store.findTeam(project, address.team) : undefined
    const call = { store, request, query: url.searchParams, parameters, project, team, caller, now: now(), urlOn }
    return respond(request, now(), caller, await route.handle(call), version)
  }

  async function answer(request: Request): Promise<Response> {
    const address = parseAddress(new URL(request.url))
    if (address.organization.toLowerCase() !== organization.toLowerCase()) return organizationUnknown(request, now())
    const caller = await identify(request)
    const realm: Realm = { organization, organizationId: world.id, tenantId, now: now() }
    if (caller.kind !== 'principal' || !caller.isMember) return turnAway(request, realm, caller)
    return address.path === undefined ? notEmulated(request) : serve(request, address, caller)
  }

  return {
    /** The names of the organization's projects. */
    projects: world.projects.map(({ name }) => name) as readonly string[],

    async fetch(request: Request): Promise<Response> {
      try {
        return await answer(request)
      } catch (thrown) {
        if (isRefusal(thrown)) return refuse(request, now(), thrown)
        throw thrown
      }
    },
  }
}
