import 'server-only'

const refusalBrand = Symbol('refusal')

/** An answer that is not what was asked for. Thrown by whatever finds the fault, sent by `responses.ts`. */
export class Refusal extends Error {
  readonly [refusalBrand] = true
  readonly status: number
  /** A text goes out as plain text. */
  readonly body: Readonly<Record<string, unknown>> | string

  constructor(status: number, body: Readonly<Record<string, unknown>> | string) {
    super(typeof body === 'string' ? body : String(body.message))
    this.status = status
    this.body = body
  }
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && refusalBrand in value

export interface Kind {
  readonly typeKey: string
  /** Namespace of the exception, which is also the name of its assembly unless that is given. */
  readonly namespace: string
  readonly assembly?: string
  readonly eventId?: number
}

/** The envelope of Azure DevOps' errors; the order of its members is part of it. */
export function refusal(
  status: number,
  { typeKey, namespace, assembly = namespace, eventId = 3000 }: Kind,
  message: string,
) {
  const typeName = `${namespace}.${typeKey}, ${assembly}`
  return new Refusal(status, { $id: '1', innerException: null, message, typeName, typeKey, errorCode: 0, eventId })
}

const webApi = 'Microsoft.VisualStudio.Services.WebApi'
export const common = 'Microsoft.VisualStudio.Services.Common'
const framework = 'Microsoft.TeamFoundation.Framework.Server'

/** What the sandbox leaves out, as the sandbox's other parts say it. */
export const notEmulated = (what: string): Refusal =>
  new Refusal(501, { error: 'sandbox_not_emulated', message: `The sandbox does not emulate ${what}.` })

/** What stands in front of the API says this when no part of the API has the address. */
export const controllerMissing = (path: string): Refusal =>
  new Refusal(404, `The controller for path '${path}' was not found or does not implement IController.`)

export const collectionStopped = (organization: string): Refusal =>
  refusal(
    503,
    { typeKey: 'VssServiceException', namespace: common },
    `TF24668: The following team project collection is stopped: ${organization}. Start the collection and then try again. Administrator Reason: This Azure DevOps organization has been deactivated due to inactivity. For more information please visit aka.ms/adofootprintreduction`,
  )

export const contentTypeRefused = (asked: string, method: string, valid: readonly string[]): Refusal =>
  refusal(
    400,
    { typeKey: 'VssRequestContentTypeNotSupportedException', namespace: webApi },
    `The request indicated a Content-Type of "${asked}" for method type "${method}" which is not supported. Valid content types for this method are: ${valid.join(', ')}.`,
  )

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

/** The sentence is of a client library; that the service says it with the same typeKey is unverified. */
export const versionOutOfRangeForRoute = (asked: string, routeTemplate: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssVersionOutOfRangeException', namespace: webApi },
    `The request matched route ${routeTemplate}, but the requested REST API version ${asked} was outside the valid version range for this route.`,
  )

/** The sentence is known, its typeKey is not. */
export const versionUnreadable = (asked: string): Refusal =>
  refusal(
    400,
    { typeKey: 'VssInvalidApiResourceVersionException', namespace: webApi },
    `Invalid api version string: "${asked}". Api version string must be in the format: {Major}.{Minor}[-preview[.{ResourceVersion}]].`,
  )

/** A parameter that cannot be used; wordings unverified. */
export const argumentRefused = (message: string): Refusal =>
  refusal(400, { typeKey: 'VssPropertyValidationException', namespace: common }, message)

/** What model binding says of a body that is not JSON; unverified. */
export const bodyUnreadable = (): Refusal =>
  new Refusal(400, { count: 1, value: { Message: 'The request body is not valid JSON.\r\n' } })
