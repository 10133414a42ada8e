import 'server-only'
import type { ReadToken } from '../entra/access-token'
import { isAmong, managementResources } from '../entra/scope'
import type { SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'

export const managementHost = 'management.azure.com'

interface ManagementOptions {
  readonly identity: SandboxIdentity
  /** What a token says that the tenant's token endpoint issued, if it is still good. */
  readonly readToken: (token: string) => Promise<ReadToken | undefined>
}

type Refusal = readonly [code: string, message: string]

const noHeader: Refusal = ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."]
/** Wording of both unverified. */
const badToken: Refusal = ['InvalidAuthenticationToken', 'The access token is invalid.']
const wrongAudience = (resource: string): Refusal => [
  'InvalidAuthenticationTokenAudience',
  `The access token has been obtained for wrong audience or resource '${resource}'.`,
]

function refused([code, message]: Refusal, { tenantId }: SandboxIdentity): Response {
  const challenge = `Bearer authorization_uri="https://login.windows.net/${tenantId}", error="invalid_token", error_description="${message}"`
  return Response.json({ error: { code, message } }, { status: 401, headers: { 'www-authenticate': challenge } })
}

/** Nobody in the tenant pays for Azure, so there is no subscription. */
function documentAt(pathname: string, { tenantId, tenantName, tenantDomain }: SandboxIdentity): object | undefined {
  const tenant = { id: `/tenants/${tenantId}`, tenantId, displayName: tenantName, defaultDomain: tenantDomain }
  switch (pathname.toLowerCase().replace(/\/$/, '')) {
    case '/tenants':
      return { value: [tenant] }
    case '/subscriptions':
      return { value: [] }
    default:
      return undefined
  }
}

/** Emulates of Azure Resource Manager what the Azure CLI asks at sign-in: which tenants and subscriptions there are. */
export function createManagement({ identity, readToken }: ManagementOptions) {
  async function refusalOf(request: Request): Promise<Refusal | undefined> {
    const authorization = request.headers.get('authorization')
    if (authorization === null) return noHeader
    const read = await readToken(authorization.replace(/^Bearer +/i, ''))
    if (!read) return badToken
    return isAmong(managementResources, read.resource) ? undefined : wrongAudience(read.resource)
  }

  return {
    async fetch(request: Request): Promise<Response> {
      const document = documentAt(new URL(request.url).pathname, identity)
      if (request.method !== 'GET' || !document) return notEmulated(request)
      const refusal = await refusalOf(request)
      return refusal ? refused(refusal, identity) : Response.json(document)
    },
  }
}
