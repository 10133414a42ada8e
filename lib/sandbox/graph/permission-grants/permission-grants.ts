import 'server-only'
import { z } from 'zod'
import type { DirectoryApp } from '../../control/app-registration'
import { azureDevOpsAppId } from '../../entra/scope'
import { noContent } from '../protocol/answer'
import { bodyOf } from '../protocol/body'
import { answerCollection, answerEntity } from '../protocol/entities'
import { refuse } from '../protocol/errors'
import type { Json } from '../protocol/filter'
import type { Call, GraphTenant } from '../protocol/route'
import { type ServicePrincipal, servicePrincipals } from '../service-principals/service-principal'

const kind = { collection: 'oauth2PermissionGrants', type: 'oAuth2PermissionGrant' }

/**
 * What an administrator consented to for everybody: that an app acts in Azure DevOps for whoever uses it. The sandbox
 * keeps one list of permissions for an app, so whatever is granted counts as asked for too.
 */
interface Grant {
  readonly app: DirectoryApp
  readonly resource: ServicePrincipal
}

function resourceOf(tenant: GraphTenant): ServicePrincipal | undefined {
  return servicePrincipals(tenant).find(({ appId }) => appId === azureDevOpsAppId)
}

function grantsOf(tenant: GraphTenant): readonly Grant[] {
  const resource = resourceOf(tenant)
  if (!resource) return []
  return tenant.directory
    .apps()
    .filter(({ hasAdminConsent, servicePrincipal }) => hasAdminConsent && servicePrincipal !== 'missing')
    .map((app) => ({ app, resource }))
}

const bytesOf = (guid: string): Buffer => Buffer.from(guid.replaceAll('-', ''), 'hex')

/** Real ones hold the ids of both service principals as well, in the order of bytes that .NET gives a GUID. */
const idOf = ({ app, resource }: Grant): string =>
  Buffer.concat([bytesOf(app.servicePrincipalObjectId), bytesOf(resource.objectId)]).toString('base64url')

const grantJson = (grant: Grant): Json => ({
  clientId: grant.app.servicePrincipalObjectId,
  consentType: 'AllPrincipals',
  id: idOf(grant),
  principalId: null,
  resourceId: grant.resource.objectId,
  scope: grant.app.permissions.join(' '),
})

/** @throws 404 */
function requireGrant({ tenant, key }: Call): Grant {
  const grant = grantsOf(tenant).find((one) => idOf(one) === key.value)
  if (!grant) throw refuse.notFound(key.value)
  return grant
}

export const listGrants = (call: Call) => answerCollection(call, kind, grantsOf(call.tenant).map(grantJson))

export const getGrant = (call: Call) => answerEntity(call, kind, grantJson(requireGrant(call)))

const scopesIn = (scope: string): string[] => [...new Set(scope.split(' ').filter((one) => one !== ''))]

const scopeSchema = z.string().min(1).max(3850)
const grantSchema = z.strictObject({
  clientId: z.guid().toLowerCase(),
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.guid().nullish(),
  resourceId: z.guid().toLowerCase(),
  scope: scopeSchema,
})

/** @throws 400 for a client that is no service principal of the tenant, or that has a grant already */
function requireClient({ directory }: GraphTenant, objectId: string): DirectoryApp {
  const app = directory.apps().find(({ servicePrincipalObjectId }) => servicePrincipalObjectId === objectId)
  if (!app || app.servicePrincipal === 'missing') throw refuse.grantReference(objectId)
  if (app.hasAdminConsent) throw refuse.grantExists()
  return app
}

/** @throws 501 for consent of one person: there are no people in the sandbox who could give it */
export async function createGrant(call: Call) {
  const { tenant, request } = call
  const body = await bodyOf(request, grantSchema, 'OAuth2PermissionGrant')
  if (body.consentType === 'Principal') throw refuse.notEmulated('consent of a single person')
  const app = requireClient(tenant, body.clientId)
  const resource = resourceOf(tenant)
  if (body.resourceId !== resource?.objectId) throw refuse.grantReference(body.resourceId)
  const permissions = [...new Set([...app.permissions, ...scopesIn(body.scope)])]
  tenant.control.changeApp(app.clientId, { permissions, hasAdminConsent: true })
  return answerEntity(call, kind, grantJson({ app: { ...app, permissions }, resource }), 201)
}

export async function changeGrant(call: Call) {
  const { app } = requireGrant(call)
  const { scope } = await bodyOf(call.request, z.strictObject({ scope: scopeSchema }), 'OAuth2PermissionGrant')
  call.tenant.control.changeApp(app.clientId, { permissions: scopesIn(scope) })
  return noContent
}

/** What was asked for stays asked for. */
export function deleteGrant(call: Call) {
  call.tenant.control.changeApp(requireGrant(call).app.clientId, { hasAdminConsent: false })
  return noContent
}
