import 'server-only'
import { notEmulated } from '../../not-emulated'
import type { Address } from './address'
import { controllerMissing } from './errors'
import { isOn, type Route } from './route'

/** What stands behind `_apis/` first, on any of the services that the sandbox stands in for. */
const words = new Set(
  [
    '_odata accesscontrolentries accesscontrollists account accounts approval audit boards build clienttools codereview',
    'connectiondata contribution core customerintelligence dashboard discussion distributedtask favorite features',
    'featuremanagement gallery git githubconnections graph groupentitlements groups hooks identities identitybatch',
    'identitypicker identitysnapshot memberentitlements notification operations organization packaging permissions',
    'permissionsreport pipelines policy process processadmin processdefinitions processes profile projectanalysis',
    'projectcollections projecthistory projects projectsproperties properties proxies public release reporting',
    'resourceareas scopes search security securitynamespaces servicedefinitions serviceendpoint',
    'serviceprincipalentitlements settings signedintoken signouttoken sourceproviders spsservicedefinition status',
    'tagging teams test testplan testresults tfvc tokenadmin tokens userentitlements userentitlementsummary visits',
    'wiki wit work',
  ].flatMap((line) => line.split(' ')),
)

/** Whether one of the routes begins with the word, and so another service has it if this one does not. */
const isRouted = (routes: readonly Route[], word: string): boolean =>
  routes.some(({ path }) => path === word || path.startsWith(`${word}/`))

/**
 * What Azure DevOps has nowhere, or on another of its hosts only, is 404 in plain words. What it has and the sandbox
 * has not is 501, for the sandbox never guesses.
 */
export function answerUnknown(request: Request, address: Address, routes: readonly Route[]): Response {
  const { path = [], project, team, service } = address
  const word = path[0]?.toLowerCase() ?? ''
  const routedHere = routes.filter((route) => isOn(service, route.service))
  const isElsewhere = isRouted(routes, word) && !isRouted(routedHere, word)
  if (words.has(word) && !isElsewhere) return notEmulated(request)
  const place = [project, team].filter((name) => name !== undefined)
  throw controllerMissing(`/${[...place, '_apis', ...path].join('/')}`)
}
