import 'server-only'
import { z } from 'zod'
import { azureDevOpsAppId } from '../../entra/scope'
import { noContent } from '../protocol/answer'
import { bodyOf } from '../protocol/body'
import { answerCollection, answerEntity } from '../protocol/entities'
import { refuse } from '../protocol/errors'
import type { Json } from '../protocol/filter'
import type { Call, GraphTenant } from '../protocol/route'
import { type ServicePrincipal, servicePrincipals } from './service-principal'

const kind = { collection: 'servicePrincipals', type: 'servicePrincipal' }

/** What the sandbox knows nothing about is told as a new one has it. */
const servicePrincipalJson = (principal: ServicePrincipal): Json => ({
  id: principal.objectId,
  deletedDateTime: null,
  accountEnabled: principal.isEnabled,
  alternativeNames: [],
  appDisplayName: principal.displayName,
  appDescription: null,
  appId: principal.appId,
  appOwnerOrganizationId: principal.ownerTenantId,
  appRoleAssignmentRequired: principal.isAssignmentRequired,
  createdDateTime: null,
  displayName: principal.displayName,
  homepage: null,
  notes: null,
  replyUrls: [],
  servicePrincipalNames: [principal.appId],
  servicePrincipalType: 'Application',
  tags: [],
  appRoles: [],
  keyCredentials: [],
  oauth2PermissionScopes: principal.scopes,
  passwordCredentials: [],
})

const isNamed = ({ objectId, appId }: ServicePrincipal, { key }: Call): boolean =>
  (key.property.toLowerCase() === 'appid' ? appId : objectId) === key.value.toLowerCase()

/** @throws 404 */
function requireServicePrincipal(call: Call): ServicePrincipal {
  const found = servicePrincipals(call.tenant).find((one) => isNamed(one, call))
  if (!found) throw refuse.notFound(call.key.value)
  return found
}

export const listServicePrincipals = (call: Call) =>
  answerCollection(call, kind, servicePrincipals(call.tenant).map(servicePrincipalJson))

export const getServicePrincipal = (call: Call) =>
  answerEntity(call, kind, servicePrincipalJson(requireServicePrincipal(call)))

const settingsSchema = z.strictObject({
  accountEnabled: z.boolean().nullish(),
  appRoleAssignmentRequired: z.boolean().nullish(),
})

const settingsIn = ({ accountEnabled, appRoleAssignmentRequired }: z.output<typeof settingsSchema>) => ({
  isEnabled: accountEnabled ?? undefined,
  isAssignmentRequired: appRoleAssignmentRequired ?? undefined,
})

/** @throws 400 for an app that is registered in no tenant that the sandbox knows */
function addTo({ control, directory }: GraphTenant, appId: string): void {
  if (appId === azureDevOpsAppId) control.setConditions({ azureDevOps: 'enabled' })
  else if (directory.findApp(appId)) control.changeApp(appId, { servicePrincipal: 'enabled' })
  else throw refuse.applicationUnknown(appId)
}

/** One that was removed comes back with the object ID that it had, which is otherwise in a real tenant. */
export async function createServicePrincipal(call: Call) {
  const schema = settingsSchema.extend({ appId: z.guid().toLowerCase() })
  const { appId, ...settings } = await bodyOf(call.request, schema, 'ServicePrincipal')
  const named = { ...call, key: { property: 'appId', value: appId } }
  if (servicePrincipals(call.tenant).some((one) => isNamed(one, named))) throw refuse.servicePrincipalExists()
  addTo(call.tenant, appId)
  requireServicePrincipal(named).change(settingsIn(settings))
  return answerEntity(call, kind, servicePrincipalJson(requireServicePrincipal(named)), 201)
}

export async function changeServicePrincipal(call: Call) {
  const principal = requireServicePrincipal(call)
  principal.change(settingsIn(await bodyOf(call.request, settingsSchema, 'ServicePrincipal')))
  return noContent
}

export function deleteServicePrincipal(call: Call) {
  requireServicePrincipal(call).remove()
  return noContent
}
