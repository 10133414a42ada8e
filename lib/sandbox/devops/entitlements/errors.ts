import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const entitlements = 'Microsoft.VisualStudio.Services.MemberEntitlementManagement.WebApi'

/** Wording and typeKey unverified. */
export const memberUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'MemberNotFoundException', namespace: entitlements }, `Member with id ${id} was not found.`)

/** Wording and typeKey unverified. */
export const filterRefused = (filter: string): Refusal =>
  refusal(400, { typeKey: 'InvalidFilterException', namespace: entitlements }, `The filter '${filter}' is not valid.`)

/** Why a change failed; it stands inside an answer with status 200. The numbers are unverified. */
export interface Failure {
  readonly key: number
  readonly value: string
}

export const applicationUnknown = (objectId: string): Failure => ({
  key: 5000,
  value: `Failed to create service principal with object ID '${objectId}'.`,
})

export const nameMissing: Failure = { key: 5001, value: 'The principal name of the user is missing.' }
export const licenceUnknown = (type: string): Failure => ({
  key: 5002,
  value: `Invalid account license type '${type}'.`,
})
export const projectUnknown = (id: string): Failure => ({ key: 5003, value: `The project ${id} does not exist.` })
export const groupUnknown = (type: string): Failure => ({ key: 5004, value: `Invalid group type '${type}'.` })

export const operationUnknown = (op: string, path: string): Failure => ({
  key: 5005,
  value: `The operation '${op}' is not supported for the path '${path}'.`,
})
