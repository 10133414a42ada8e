import 'server-only'
import type { Directory } from '../control'
import type { DirectoryApp } from '../control/app-registration'
import type { SandboxIdentity } from '../identity'
import type { Grant } from './access-token'
import { verifiedClaims } from './assertion'
import type { EntraBehaviour } from './behaviour'
import { requireClaims } from './claims'
import { refuse } from './errors'
import { azureDevOpsAppId, azureDevOpsResources, isAmong, requireKnown, resourceOf } from './scope'
import { requireTenant } from './tenant'

/** The older endpoint names what it wants a token for by `resource`, the newer one by `scope`. */
export type EndpointVersion = 'v1' | 'v2'

interface TokenRequest {
  readonly version: EndpointVersion
  readonly tenant: string
  readonly form: URLSearchParams
  /** Whether a browser's Origin came along. */
  readonly hasOrigin: boolean
  readonly now: Date
}

interface TokenContext {
  readonly identity: SandboxIdentity
  readonly directory: Directory
  readonly behaviour: EntraBehaviour
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** @throws 900144, 70003, 901002 */
function requireFields({ form, version }: TokenRequest): void {
  const target = version === 'v1' ? 'resource' : 'scope'
  for (const name of ['grant_type', 'client_id', target]) {
    if (!form.has(name)) throw refuse.missingParameter(name)
  }
  if (form.get('grant_type') !== 'client_credentials') throw refuse.grantType()
  if (version === 'v2' && form.has('resource')) throw refuse.resourceParameter()
}

/** Domains that every tenant of another national cloud has. */
const otherClouds = /\.onmicrosoft\.us$|\.partner\.onmschina\.cn$/

/** @throws 9001023, 50059, 900382, 90002, 900023, 90013, 5000224 */
function requireOwnTenant(tenant: string, { identity, directory }: TokenContext): void {
  const name = tenant.toLowerCase()
  if (name === 'common' || name === 'consumers') throw refuse.sharedEndpoint()
  if (name === 'organizations') throw refuse.noTenant()
  if (otherClouds.test(name)) throw refuse.otherCloud()
  requireTenant(tenant, identity)
  if (directory.conditions().tenant === 'blocked') throw refuse.blockedTenant()
}

/** @throws 700016, 7000112, 90023 */
function requireClient(
  { form, hasOrigin }: TokenRequest,
  { identity, directory, behaviour }: TokenContext,
): DirectoryApp {
  const clientId = form.get('client_id') ?? ''
  const app = directory.findApp(clientId)
  if (!app) throw refuse.unknownClient(clientId, identity.tenantName)
  if (app.servicePrincipal === 'disabled') throw refuse.disabledApp(app.clientId, app.displayName)
  if (hasOrigin && behaviour.refusesOrigin) throw refuse.crossOrigin()
  return app
}

/** @throws 7000218, 700025, 7000215, 900144, 90100 */
function assertionOf(form: URLSearchParams, app: DirectoryApp): string {
  const assertion = form.get('client_assertion')
  const secret = form.get('client_secret')
  if (!(assertion || secret)) throw refuse.noCredential()
  if (app.isPublicClient) throw refuse.publicClient()
  if (!assertion) throw refuse.secret(app.clientId)
  if (!form.has('client_assertion_type')) throw refuse.missingParameter('client_assertion_type')
  if (form.get('client_assertion_type') !== assertionType) throw refuse.parameterUnusable('client_assertion_type')
  return assertion
}

/** @throws what `verifiedClaims` and `requireClaims` throw */
function requireCredential(
  { form, now }: TokenRequest,
  app: DirectoryApp,
  { identity, behaviour }: TokenContext,
): void {
  const { clientId, keys } = app
  const { unknownKeyText, clockSkewSeconds } = behaviour
  const claims = verifiedClaims(assertionOf(form, app), { clientId, keys, now, unknownKeyText })
  requireClaims(claims, { clientId, identity, now, clockSkewSeconds })
}

/**
 * What the tenant's administrator did to Azure DevOps' own service principal.
 * @throws 500014, 501051, 500011, 650052
 */
function requireOpenResource(resource: string, app: DirectoryApp, context: TokenContext): void {
  const { identity, directory, behaviour } = context
  if (!isAmong(azureDevOpsResources, resource)) return
  const { azureDevOps } = directory.conditions()
  if (azureDevOps === 'disabled') throw refuse.disabledResource(resource)
  if (azureDevOps === 'assignment required') {
    throw refuse.unassignedApp(app.clientId, app.displayName, azureDevOpsAppId)
  }
  if (azureDevOps === 'enabled') return
  if (behaviour.absentResource === 650052) throw refuse.absentResource(azureDevOpsAppId, identity.tenantName)
  throw refuse.unknownResource(resource, identity.tenantName)
}

/**
 * What the client gets a token for. The order of the checks is that which reports about Entra ID suggest: fields,
 * tenant, client, credential, header, key, signature, claims, service principal, scope, resource, policy.
 * @throws each code that the steps name
 */
export function grant(request: TokenRequest, context: TokenContext): Grant {
  requireFields(request)
  requireOwnTenant(request.tenant, context)
  const app = requireClient(request, context)
  requireCredential(request, app, context)
  const { tenantId, tenantName } = context.identity
  if (app.servicePrincipal === 'missing') throw refuse.missingServicePrincipal(app.clientId, tenantId)
  const { form, version } = request
  const resource = version === 'v1' ? (form.get('resource') ?? '') : resourceOf(form.get('scope') ?? '')
  requireKnown(resource, tenantName)
  requireOpenResource(resource, app, context)
  if (context.directory.conditions().conditionalAccess === 'blocks') throw refuse.conditionalAccess()
  return { resource, app }
}
