import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import type { Directory } from '../control'
import type { Entra } from '../entra'
import { isEntraError } from '../entra/entra-error'
import type { SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'

/** The instance metadata service of a virtual machine. */
const metadataHost = '169.254.169.254'
/** What App Service and Container Apps offer instead; the real one has another address on each machine. */
const appServiceHost = '169.254.129.2:8081'
export const managedIdentityHosts = [metadataHost, appServiceHost]

export const appServiceEndpoint = `http://${appServiceHost}/msi/token`

interface ManagedIdentityOptions {
  readonly identity: SandboxIdentity
  readonly directory: Directory
  readonly issue: Entra['issue']
  readonly now: () => Date
  /** What App Service tells the app alone, so that nobody else gets a token. */
  readonly identityHeader: string
}

/** Each way in which the two services refuse; `Identity not found` is what both come to without an identity. */
const refuse = {
  invalid: (description: string) =>
    Response.json({ error: 'invalid_request', error_description: description }, { status: 400 }),
  appService: (status: number, message: string) => Response.json({ statusCode: status, message }, { status }),
}

/** Both write numbers as text. */
const tokenAnswer = (accessToken: string, asked: Asked, lifetime: number, now: Date) => {
  const seconds = Math.floor(now.getTime() / 1000)
  return {
    access_token: accessToken,
    client_id: asked.identity.managedIdentity.clientId,
    expires_in: String(lifetime),
    expires_on: String(seconds + lifetime),
    ext_expires_in: String(lifetime),
    not_before: String(seconds - 300),
    resource: asked.resource,
    token_type: 'Bearer',
  }
}

interface Asked extends ManagedIdentityOptions {
  readonly resource: string
}

async function token(asked: Asked): Promise<Response> {
  const { identity, resource, issue, now } = asked
  const { clientId, objectId } = identity.managedIdentity
  const app = { clientId, servicePrincipalObjectId: objectId, graphPermissions: [] }
  try {
    const { accessToken, lifetime } = await issue({ resource, app })
    return Response.json(tokenAnswer(accessToken, asked, lifetime, now()))
  } catch (error) {
    if (!isEntraError(error)) throw error
    const description = `AADSTS${error.aadsts[0]}: ${error.message}`
    return Response.json({ error: error.error, error_description: description }, { status: error.status })
  }
}

/** Whether there is an identity, and it is the one that was asked for, if any was. */
function isOurs({ searchParams }: URL, { identity, directory }: ManagedIdentityOptions): boolean {
  const { clientId, objectId } = identity.managedIdentity
  const isOther = (name: string, own: string) => (searchParams.get(name) ?? own).toLowerCase() !== own
  if (directory.conditions().managedIdentity === 'missing') return false
  return !(isOther('client_id', clientId) || isOther('object_id', objectId) || isOther('principal_id', objectId))
}

/** The header keeps out whoever can only make a server fetch an address, and so does refusing what a proxy forwards. */
async function metadataToken(request: Request, url: URL, options: ManagedIdentityOptions): Promise<Response> {
  const resource = url.searchParams.get('resource')
  if (request.headers.get('metadata') !== 'true' || request.headers.has('x-forwarded-for')) {
    return refuse.invalid('Required metadata header not specified')
  }
  if (!url.searchParams.has('api-version')) return refuse.invalid("Required query variable 'api-version' is missing")
  if (!resource) return refuse.invalid("Required query variable 'resource' is missing")
  return isOurs(url, options) ? await token({ ...options, resource }) : refuse.invalid('Identity not found')
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The texts are as reported; which status a wrong header gives is unverified. */
async function appServiceToken(request: Request, url: URL, options: ManagedIdentityOptions): Promise<Response> {
  const resource = url.searchParams.get('resource')
  if (!isSame(request.headers.get('x-identity-header') ?? '', options.identityHeader)) {
    return refuse.appService(401, 'The X-IDENTITY-HEADER is missing or wrong.')
  }
  if (!(resource && url.searchParams.has('api-version'))) {
    return refuse.appService(400, 'The parameters api-version and resource are required.')
  }
  return isOurs(url, options)
    ? await token({ ...options, resource })
    : refuse.appService(400, 'No Managed Identity found for specified ClientId/ResourceId/PrincipalId.')
}

/** Emulates both services by which software on Azure gets tokens of its machine's managed identity. */
export function createManagedIdentity(options: ManagedIdentityOptions) {
  return {
    async fetch(request: Request): Promise<Response> {
      const url = new URL(request.url)
      const path = request.method === 'GET' ? url.pathname : ''
      if (url.host === metadataHost && path === '/metadata/identity/oauth2/token') {
        return await metadataToken(request, url, options)
      }
      if (url.host === appServiceHost && path === '/msi/token') return await appServiceToken(request, url, options)
      return notEmulated(request)
    },
  }
}
