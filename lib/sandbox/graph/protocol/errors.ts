import 'server-only'

/** A refusal of Microsoft Graph before it is wrapped in its envelope. */
export interface GraphError extends Error {
  readonly status: number
  readonly code: string
}

export const isGraphError = (value: unknown): value is GraphError =>
  value instanceof Error && 'status' in value && 'code' in value

const graphError = (status: number, code: string, message: string): GraphError =>
  Object.assign(new Error(message), { status, code })

const badToken = (message: string) => graphError(401, 'InvalidAuthenticationToken', message)
const badRequest = (message: string) => graphError(400, 'Request_BadRequest', message)
const conflict = (message: string) => graphError(409, 'Request_MultipleObjectsWithSameKeyValue', message)

/** Microsoft Graph's own name for a kind of object: `Application` in messages of the directory. */
export type ResourceName = 'Application' | 'ServicePrincipal' | 'OAuth2PermissionGrant'

/** Each way in which Microsoft Graph refuses, worded as reported from real tenants unless said otherwise. */
export const refuse = {
  noToken: () => badToken('Access token is empty.'),
  malformedToken: () => badToken('CompactToken parsing failed with error code: 80049217'),
  audience: () => badToken('Access token validation failure. Invalid audience.'),
  expiredToken: () => badToken('Lifetime validation failed, the token is expired.'),
  /** Unverified for a signature that is not right. */
  token: () => badToken('Access token validation failure.'),
  denied: () => graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),

  unreadableBody: () =>
    graphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    ),
  /** Both reported of users and groups. */
  valueMissing: (property: string, resource: ResourceName) =>
    badRequest(`A value is required for property '${property}' of resource '${resource}'.`),
  invalidValue: (property: string, resource: ResourceName) =>
    badRequest(`Invalid value specified for property '${property}' of resource '${resource}'.`),
  unknownProperty: (property: string, type: string) =>
    graphError(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${property}' on type 'microsoft.graph.${type}'.`,
    ),
  /** Microsoft Graph words this in several ways, depending on what it does not understand; which when is unverified. */
  filter: () => graphError(400, 'Request_UnsupportedQuery', 'Unsupported Query.'),
  /** Wording unverified. */
  pageSize: () => badRequest('Invalid page size specified.'),

  notFound: (id: string) =>
    graphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    ),
  meWithoutPerson: () => graphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.'),

  keyEndDate: () => graphError(400, 'KeyCredentialsInvalidEndDate', 'Key credential end date is invalid.'),
  /** By analogy with the end date; unverified. */
  keyStartDate: () => graphError(400, 'KeyCredentialsInvalidStartDate', 'Key credential start date is invalid.'),
  /** The message is of Microsoft's documentation, for a key in the wrong format; the code is unverified. */
  keyValue: () => badRequest('Invalid certificate: Key value is invalid certificate.'),
  keyChanged: (keyId: string) => badRequest(`Update to existing credential with KeyId '${keyId}' is not allowed.`),

  applicationUnknown: (appId: string) =>
    badRequest(`The appId '${appId}' of the service principal does not reference a valid application object.`),
  servicePrincipalExists: () =>
    conflict('Another object with the same value for property servicePrincipalNames already exists.'),
  /** Reported with the code of a bad request as well. */
  grantExists: () => conflict('Permission entry already exists.'),
  /** That the status is 400 and not 404 is what a client's retry rule suggests. */
  grantReference: (id: string) =>
    badRequest(`Resource '${id}' does not exist or one of its queried reference-property objects are not present.`),

  /** What the sandbox leaves out. */
  notEmulated: (what: string) => graphError(501, 'sandbox_not_emulated', `The sandbox does not emulate ${what}.`),
}
