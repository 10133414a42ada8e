import 'server-only'

const refusalBrand = Symbol('refusal')

/** An answer that is not what was asked for. Thrown by whatever finds the fault, sent by `index.ts`. */
export class Refusal extends Error {
  readonly [refusalBrand] = true
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body.message))
    this.status = status
    this.body = body
  }
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && refusalBrand in value

interface Kind {
  readonly typeKey: string
  /** Namespace of the exception, which is also the name of its assembly unless that is given. */
  readonly namespace: string
  readonly assembly?: string
  readonly eventId?: number
}

/** The envelope of Azure DevOps' errors; the order of its members is part of it. */
function refusal(status: number, { typeKey, namespace, assembly = namespace, eventId = 3000 }: Kind, message: string) {
  const typeName = `${namespace}.${typeKey}, ${assembly}`
  return new Refusal(status, { $id: '1', innerException: null, message, typeName, typeKey, errorCode: 0, eventId })
}

const webApi = 'Microsoft.VisualStudio.Services.WebApi'
const common = 'Microsoft.VisualStudio.Services.Common'
const core = 'Microsoft.TeamFoundation.Core.WebApi'
const framework = 'Microsoft.TeamFoundation.Framework.Server'
const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** What the sandbox leaves out, as the sandbox's other parts say it. */
export const notEmulated = (what: string): Refusal =>
  new Refusal(501, { error: 'sandbox_not_emulated', message: `The sandbox does not emulate ${what}.` })

export const unauthorized = (message: string): Refusal =>
  refusal(401, { typeKey: 'UnauthorizedRequestException', namespace: framework }, message)

export const versionNotSpecified = (method: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssVersionNotSpecifiedException', namespace: webApi },
    `No api-version was supplied for the "${method}" request. The version must be supplied either as part of the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").`,
  )

export const previewVersionNeeded = (asked: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssInvalidPreviewVersionException', namespace: webApi },
    `The requested version "${asked}" of the resource is under preview. The -preview flag must be supplied in the api-version for such requests. For example: "${asked}-preview"`,
  )

export const versionOutOfRange = (asked: string, latest: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssVersionOutOfRangeException', namespace: webApi },
    `The requested REST API version of ${asked} is out of range for this server. The latest REST API version this server supports is ${latest}.`,
  )

/** The sentence is known, its typeKey is not. */
export const versionUnreadable = (asked: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssInvalidApiResourceVersionException', namespace: webApi },
    `Invalid api version string: "${asked}". Api version string must be in the format: {Major}.{Minor}[-preview[.{ResourceVersion}]].`,
  )

export const projectNameUnknown = (name: string): Refusal =>
  refusal(
    404,
    { typeKey: 'ProjectDoesNotExistWithNameException', namespace: core },
    `TF200016: The following project does not exist: ${name}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
  )

export const projectIdUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'ProjectDoesNotExistException', namespace: core },
    `VS800075: The project with id 'vstfs:///Classification/TeamProject/${id}' does not exist, or you do not have permission to access it.`,
  )

/** Wording and typeKey unverified. */
export const teamUnknown = (name: string): Refusal =>
  refusal(404, { typeKey: 'TeamNotFoundException', namespace: core }, `The team with id '${name}' does not exist.`)

export const workItemUnknown = (id: number): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemUnauthorizedAccessException', namespace: tracking, eventId: 3200 },
    `TF401232: Work item ${id} does not exist, or you do not have permissions to read it.`,
  )

export const workItemTypeUnknown = (name: string, projectId: string): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemTypeNotFoundException', namespace: tracking, eventId: 3200 },
    `VS402323: Work item type ${name} does not exist in project ${projectId} or you do not have permission to access it.`,
  )

export const fieldUnknown = (name: string, status = 400): Refusal =>
  refusal(
    status,
    {
      typeKey: 'WorkItemTrackingFieldDefinitionNotFoundException',
      namespace: `${tracking}.Metadata`,
      assembly: tracking,
      eventId: 3200,
    },
    `TF51535: Cannot find field ${name}.`,
  )

/** The number is known, the end of the sentence and the typeKey are not. */
export const tooManyWorkItems = (count: number, limit: number): Refusal =>
  refusal(
    400,
    { typeKey: 'VssPropertyValidationException', namespace: common },
    `VS403474: You requested ${count} work items which exceeds the limit of ${limit}.`,
  )

export const queryResultTooLarge = (limit: number): Refusal =>
  refusal(
    400,
    { typeKey: 'WorkItemTrackingQueryResultSizeLimitExceededException', namespace: tracking, eventId: 3200 },
    `VS402337: The number of work items returned exceeds the size limit of ${limit}. Change the query to return fewer items.`,
  )

/** The sentences are as reported; typeKey and eventId of errors in a query are not known. */
export const queryRefused = (message: string, status = 400): Refusal =>
  refusal(status, { typeKey: 'WorkItemTrackingQueryException', namespace: tracking, eventId: 3200 }, message)

/** A parameter that cannot be used; wordings unverified. */
export const argumentRefused = (message: string): Refusal =>
  refusal(400, { typeKey: 'VssPropertyValidationException', namespace: common }, message)

/** What model binding says of a body that is not JSON; unverified. */
export const bodyUnreadable = (): Refusal =>
  new Refusal(400, { count: 1, value: { Message: 'The request body is not valid JSON.\r\n' } })
