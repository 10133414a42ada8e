import 'server-only'
import { notEmulated } from '../not-emulated'
import { createWorld } from '../seed'
import { listResources } from './location/discovery'
import { tenantOfNeighbour } from './neighbours'
import { type Address, parseAddress } from './protocol/address'
import { negotiateVersion } from './protocol/api-version'
import type { Caller } from './protocol/caller'
import { collectionStopped, isRefusal } from './protocol/errors'
import {
  type Asked,
  identityPage,
  organizationStopped,
  organizationUnknown,
  refuse,
  respond,
} from './protocol/responses'
import { findRoute } from './protocol/route'
import { type Principal, type Realm, turnAway, userDataOf } from './protocol/sign-in'
import { answerUnknown } from './protocol/unknown-route'
import { createRoutes } from './routes'
import { visibleTo } from './security/visible'
import { createStore } from './store/index'
import { guidOf } from './store/members/ids'
import type { Tenant } from './store/members/tenant'
import { createRenderer } from './wit/render'

interface DevOpsOptions {
  readonly organization: string
  /** The tenant that the organization is connected to. */
  readonly tenant: Tenant
  readonly seed: number
  /** Number of work items. */
  readonly items: number
  /** About how many revisions a work item has on average. */
  readonly revisions?: number | undefined
  readonly now: () => Date
  readonly identify: (request: Request) => Promise<Caller>
  /** Whether the organization has been switched off, as Microsoft does to those that nobody uses. */
  readonly isStopped?: () => boolean
}

/** A request of somebody who is let in. */
interface Admitted extends Asked {
  readonly address: Address
  readonly caller: Principal
}

type Found = NonNullable<ReturnType<typeof findRoute>>

/** Sends the refusal that whatever serves the request may throw. */
async function refusing(asked: Asked, serve: () => Promise<Response>): Promise<Response> {
  try {
    return await serve()
  } catch (thrown) {
    if (isRefusal(thrown)) return refuse(asked, thrown)
    throw thrown
  }
}

const depthOf = ({ project, team }: Address): number => Number(project !== undefined) + Number(team !== undefined)

/** Emulates what Azure DevOps answers for one organization; 501 for whatever it does not emulate. */
export function createDevOps({
  organization,
  tenant,
  seed,
  items,
  revisions,
  now,
  identify,
  isStopped = () => false,
}: DevOpsOptions) {
  const world = createWorld({ seed, items, revisions, now: now() })
  const store = createStore({ organization, tenant, world, now: now() })
  const routes = createRoutes(createRenderer(store))

  /** What somebody who is let in gets for a route. */
  async function callRoute({ route, parameters }: Found, { request, now, address, caller }: Admitted) {
    const url = new URL(request.url)
    const version = route.resource && negotiateVersion(request, url, route.resource)
    const visible = visibleTo(caller, store)
    const project = address.project === undefined ? undefined : visible.findProject(address.project)
    const team = project && address.team !== undefined ? visible.findTeam(project, address.team) : undefined
    const { urlOn } = address
    const call = { store: visible, request, query: url.searchParams, parameters, project, team, caller, now, urlOn }
    return { answer: await route.handle(call), version }
  }

  /** A request of somebody who is let in. */
  async function serve(admitted: Admitted): Promise<Response> {
    const { request, address } = admitted
    const { path = [], service } = address
    const { method } = request
    if (method === 'OPTIONS' && path.length < 2) return respond(admitted, listResources(routes, service, path[0]))
    const found = findRoute(routes, { service, method, path, depth: depthOf(address) })
    if (!found) return answerUnknown(request, address, routes)
    const { answer, version } = await callRoute(found, admitted)
    return respond(admitted, answer, version)
  }

  async function admit(asked: Asked, address: Address): Promise<Response> {
    const { request, now } = asked
    const caller = await identify(request)
    const realm: Realm = { organization, organizationId: world.id, tenantId: tenant.id, now }
    if (caller.kind !== 'principal' || !caller.isMember) return turnAway(request, realm, caller)
    if (address.path === undefined) return notEmulated(request)
    const admitted = { ...asked, address, caller, userData: userDataOf(caller) }
    return await refusing(admitted, () => serve(admitted))
  }

  /** Another organization takes no token of this tenant; that it then answers as to a bad one is unverified. */
  async function askNeighbour({ request, now }: Asked, { organization }: Address, tenantId: string): Promise<Response> {
    const caller = await identify(request)
    const realm: Realm = { organization, organizationId: guidOf(organization), tenantId, now }
    return turnAway(request, realm, caller.kind === 'principal' ? { kind: 'invalid' } : caller)
  }

  async function answerTo(asked: Asked): Promise<Response> {
    const address = parseAddress(new URL(asked.request.url))
    const neighbour = tenantOfNeighbour(address.organization)
    if (neighbour !== undefined) return await askNeighbour(asked, address, neighbour)
    if (address.organization.toLowerCase() !== organization.toLowerCase()) return organizationUnknown(asked)
    if (isStopped()) return organizationStopped(asked, collectionStopped(organization))
    if (address.service === 'vssps.dev.azure.com' && !address.path) return identityPage(asked, tenant.id)
    return await admit(asked, address)
  }

  return {
    routes,
    /** The names of the organization's projects. */
    projects: world.projects.map(({ name }) => name) as readonly string[],

    fetch(request: Request): Promise<Response> {
      const asked = { request, now: now() }
      return refusing(asked, () => answerTo(asked))
    },
  }
}
