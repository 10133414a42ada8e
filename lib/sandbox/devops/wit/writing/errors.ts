import 'server-only'
import { membersOf } from '../../protocol/call'
import { common, Refusal, refusal } from '../../protocol/errors'

const webApi = 'Microsoft.VisualStudio.Services.WebApi'
const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** As reported for whatever cannot be read as a list of operations. */
export const patchUnreadable = (): Refusal =>
  refusal(
    400,
    { typeKey: 'VssPropertyValidationException', namespace: common },
    'You must pass a valid patch document in the body of the request.',
  )

/** The sentence is as reported; its typeKey is unverified. */
export const pathRefused = (path: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssPropertyValidationException', namespace: common },
    `Work item patch does not support patching the top level property at path ${path}.`,
  )

/** The sentences are those of the client library's table; typeKey and status are unverified. */
export const patchRefused = (message: string): Refusal =>
  refusal(400, { typeKey: 'PatchOperationFailedException', namespace: `${webApi}.Patch`, assembly: webApi }, message)

/** The service names its own value first. */
export const testFailed = (path: string, actual: unknown, tested: unknown): Refusal =>
  refusal(
    412,
    { typeKey: 'TestPatchOperationFailedException', namespace: `${webApi}.Patch`, assembly: webApi },
    `VS403351: Test Operation for path ${path} failed, value ${String(actual)} was not equal to test value ${String(tested)}.`,
  )

/** typeKey unverified. */
export const treePathUnknown = (id: number, referenceName: string): Refusal =>
  refusal(
    400,
    { typeKey: 'WorkItemFieldInvalidTreeNameException', namespace: tracking, eventId: 3200 },
    `TF401347: Invalid tree name given for work item ${id}, field '${referenceName}'.`,
  )

export const relationExists = (): Refusal =>
  refusal(
    400,
    { typeKey: 'RelationAlreadyExistsException', namespace: 'Microsoft.Azure.Boards.WebApi.Common' },
    'Relation already exists.',
  )

/** Wording and typeKey unverified. */
export const relationTypeUnknown = (rel: string): Refusal =>
  refusal(
    400,
    { typeKey: 'WorkItemLinkTypeEndNotFoundException', namespace: tracking, eventId: 3200 },
    `The link type ${rel} does not exist.`,
  )

/** What is wrong with a link between two work items; the sentences are as reported, the typeKey is unverified. */
const linkRefused = (message: string): Refusal =>
  refusal(400, { typeKey: 'WorkItemLinkInvalidException', namespace: tracking, eventId: 3200 }, message)

export const secondParent = (name: string, source: number, target: number): Refusal =>
  linkRefused(
    `TF201036: You cannot add a ${name} link between work items ${source} and ${target} because a work item can have only one Parent link.`,
  )

export const circularLink = (name: string, source: number, target: number): Refusal =>
  linkRefused(
    `TF201035: You cannot add a ${name} link between work items ${source} and ${target} because it would create circular relationships.`,
  )

interface Invalid {
  readonly typeKey: string
  readonly message: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** An envelope with `customProperties`, which stand behind `$id`. */
export function invalidWorkItem({ typeKey, message, properties }: Invalid): Refusal {
  const { $id, ...rest } = membersOf(refusal(400, { typeKey, namespace: tracking, eventId: 3200 }, message).body)
  return new Refusal(400, { $id, customProperties: properties, ...rest, errorCode: 600171 })
}

/** A value that the field's type cannot hold. */
export const fieldInvalid = (referenceName: string, status: 'InvalidType' | 'InvalidTooLong'): Refusal =>
  invalidWorkItem({
    typeKey: 'WorkItemFieldInvalidException',
    message: `TF401326: Invalid field status '${status}' for field '${referenceName}'.`,
    properties: { ReferenceName: null },
  })

/** The sentence is as reported; its typeKey is unverified. */
export const areaNotWritable = (): Refusal =>
  refusal(
    403,
    { typeKey: 'WorkItemUnauthorizedSaveException', namespace: tracking, eventId: 3200 },
    'TF237111: The current user does not have permissions to save work items under the specified area path.',
  )

/** The sentence is as reported; status and typeKey are unverified. */
export const rulesNotBypassable = (): Refusal =>
  refusal(
    403,
    { typeKey: 'WorkItemBypassRulesException', namespace: tracking, eventId: 3200 },
    "TF401322: You don't have bypass rules permission. Please contact your collection administrator to grant this permission for enabling this action.",
  )

/** Wording after that of other permissions; unverified for work items. */
export const permissionMissing = (who: string, permission: string): Refusal =>
  refusal(
    403,
    { typeKey: 'AccessCheckException', namespace: 'Microsoft.VisualStudio.Services.Security' },
    `Access Denied: ${who} needs the following permission(s) to perform this action: ${permission}`,
  )
