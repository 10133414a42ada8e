import 'server-only'
import type { DirectoryApp } from '../../control/app-registration'
import { noContent } from '../protocol/answer'
import { bodyOf } from '../protocol/body'
import { answerCollection, answerEntity, selected } from '../protocol/entities'
import { refuse } from '../protocol/errors'
import type { Call, GraphTenant } from '../protocol/route'
import { applicationChangesSchema, applicationSchema, changesIn } from './application-body'
import { applicationJson } from './application-json'
import { keysOf } from './key-credentials'

const kind = { collection: 'applications', type: 'application' }

/** @throws 404 */
function requireApp({ tenant, key }: Call): DirectoryApp {
  const { property, value } = key
  const id = value.toLowerCase()
  const app = tenant.directory
    .apps()
    .find(({ objectId, clientId }) => (property.toLowerCase() === 'appid' ? clientId : objectId) === id)
  if (!app) throw refuse.notFound(value)
  return app
}

export const listApplications = (call: Call) =>
  answerCollection(
    call,
    kind,
    call.tenant.directory.apps().map((app) => applicationJson(app, call.tenant)),
  )

export function getApplication(call: Call) {
  const withKeys = selected(call)?.includes('keyCredentials') ?? false
  return answerEntity(call, kind, applicationJson(requireApp(call), call.tenant, { withKeys }))
}

/** What the app has become, as an object. */
function current({ directory }: GraphTenant, clientId: string): DirectoryApp {
  const app = directory.findApp(clientId)
  if (!app) throw refuse.notFound(clientId)
  return app
}

/** An app that is registered here has no service principal until one is made. */
export async function createApplication(call: Call) {
  const { control } = call.tenant
  const body = await bodyOf(call.request, applicationSchema, 'Application')
  const keys = keysOf(body.keyCredentials ?? [], [])
  const { clientId } = control.registerApp(body.displayName, { ...changesIn(body), servicePrincipal: 'missing' })
  control.setKeys(keys, clientId)
  return answerEntity(call, kind, applicationJson(current(call.tenant, clientId), call.tenant), 201)
}

export async function changeApplication(call: Call) {
  const { control } = call.tenant
  const { clientId, keys, permissions } = requireApp(call)
  const body = await bodyOf(call.request, applicationChangesSchema, 'Application')
  const newKeys = body.keyCredentials && keysOf(body.keyCredentials, keys)
  control.changeApp(clientId, changesIn(body, permissions))
  if (newKeys) control.setKeys(newKeys, clientId)
  return noContent
}

/** @throws 501 for the practice app, which stays */
export function deleteApplication(call: Call) {
  const { control, identity } = call.tenant
  const { clientId } = requireApp(call)
  if (clientId === identity.clientId) throw refuse.notEmulated('deleting the practice app')
  control.deleteApp(clientId)
  return noContent
}
