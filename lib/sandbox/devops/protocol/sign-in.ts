import 'server-only'
import { identityIdOf } from '../store/members/ids'
import { json } from './answer'
import type { Caller } from './caller'
import { type Refusal, unauthorized } from './errors'
import { serviceHeaders, usualHeaders } from './headers'

export type Principal = Extract<Caller, { kind: 'principal' }>

/** What a refused caller is told about the organization. */
export interface Realm {
  readonly organization: string
  readonly organizationId: string
  /** The tenant that the organization is connected to. */
  readonly tenantId: string
  readonly now: Date
}

/** `{identity}:{account}`, as the service tells who it takes the caller for. */
export const userDataOf = ({ objectId }: Principal): string => `${identityIdOf(objectId)}:${objectId}`

const anonymous = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'

function signInUrl(request: Request, { organizationId }: Realm): string {
  const url = new URL('https://spsprodcus1.vssps.visualstudio.com/_signin')
  url.search = new URLSearchParams({
    realm: new URL(request.url).hostname,
    reply_to: request.url,
    redirect: '1',
    hid: organizationId,
  }).toString()
  return url.href
}

function challenge(request: Request, realm: Realm, refusal: Refusal): Response {
  const { organization, tenantId, now } = realm
  const headers = usualHeaders(request, now, json)
  headers.append('www-authenticate', `Bearer authorization_uri=https://login.microsoftonline.com/${tenantId}`)
  headers.append('www-authenticate', 'Basic realm="https://tfsprodcus1.visualstudio.com/"')
  headers.append('www-authenticate', 'TFS-Federated')
  headers.set('x-tfs-fedauthissuer', `https://dev.azure.com/${organization}/`)
  headers.set('x-tfs-fedauthrealm', 'https://tfsprodcus1.visualstudio.com/')
  headers.set('x-tfs-fedauthredirect', signInUrl(request, realm))
  headers.set('x-vss-authenticateerror', 'Unauthorized')
  headers.set('x-vss-authorizationendpoint', `https://vssps.dev.azure.com/${organization}/`)
  headers.set('x-vss-resourcetenant', tenantId)
  headers.set('x-vss-s2stargetservice', '00000002-0000-8888-8000-000000000000/visualstudio.com')
  return new Response(JSON.stringify(refusal.body), { status: refusal.status, headers })
}

/** A sign-in page, which a client that looks at 2xx alone takes for success. */
function signInPage(request: Request, realm: Realm): Response {
  const headers = usualHeaders(request, realm.now, 'text/html; charset=utf-8')
  const html = '<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head><body></body></html>'
  return new Response(html, { status: 203, headers })
}

function redirect(request: Request, realm: Realm): Response {
  const headers = usualHeaders(request, realm.now, 'text/html; charset=utf-8')
  headers.set('location', signInUrl(request, realm))
  const html = '<html><head><title>Object moved</title></head><body><h2>Object moved</h2></body></html>'
  return new Response(html, { status: 302, headers })
}

/** A credential that does not reach so far is answered with nothing at all, as recorded of personal access tokens. */
function outOfScope(request: Request, { now }: Realm): Response {
  const headers = serviceHeaders(request, now)
  headers.set('www-authenticate', 'Basic realm="https://tfsprodcus1.visualstudio.com/"')
  return new Response(null, { status: 401, headers })
}

const isBrowserLike = (request: Request): boolean =>
  request.headers.get('x-tfs-fedauthredirect')?.toLowerCase() !== 'suppress'

/**
 * The answer to a caller who is not let in. Without `X-TFS-FedAuthRedirect: Suppress` a caller is taken for a browser:
 * no credential leads to the sign-in page, a bad one shows it with status 203.
 */
export function turnAway(request: Request, realm: Realm, caller: Caller): Response {
  if (caller.kind === 'principal') {
    const who = `${realm.tenantId}\\${realm.tenantId}\\${caller.objectId}`
    const message = `TF401444: Please sign-in at least once as ${who} in a web browser to enable access to the service.`
    const answer = challenge(request, realm, unauthorized(message))
    answer.headers.set('x-vss-userdata', userDataOf(caller))
    return answer
  }
  if (caller.kind === 'out of scope') return outOfScope(request, realm)
  if (isBrowserLike(request) && caller.kind === 'none' && request.method === 'GET') return redirect(request, realm)
  if (isBrowserLike(request) && caller.kind === 'invalid' && request.method !== 'PATCH') {
    return signInPage(request, realm)
  }
  const message = `TF400813: The user '${anonymous}' is not authorized to access this resource.`
  return challenge(request, realm, unauthorized(message))
}
