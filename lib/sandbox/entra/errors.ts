import 'server-only'

import { entraError } from './entra-error'

const invalidRequest = (code: number, text: string) => entraError(code, 400, 'invalid_request', text)
const invalidClient = (code: number, text: string) => entraError(code, 401, 'invalid_client', text)
const invalidScope = (code: number, text: string) => entraError(code, 400, 'invalid_scope', text)

const certificateDocs = 'https://learn.microsoft.com/entra/identity-platform/certificate-credentials'
const whereToSeeKeys = (clientId: string) =>
  `Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${clientId}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/${clientId}'`
const unknownKeyBeginning = {
  current: 'The certificate with identifier used to sign the client assertion is not registered on application.',
  'until 2024': 'Client assertion contains an invalid signature.',
} as const
type UnknownKeyText = keyof typeof unknownKeyBeginning

const keyNotRegistered = (clientId: string, thumbprint: string, text: UnknownKeyText) =>
  invalidClient(
    700027,
    `${unknownKeyBeginning[text]} [Reason - The key was not found., ${thumbprint}${whereToSeeKeys(clientId)}].`,
  )

interface FoundKey {
  /** Hex, as the client sent it. */
  readonly thumbprint: string
  readonly start: string
  readonly end: string
}
const badSignature = (reason: string, { thumbprint, start, end }: FoundKey) =>
  invalidClient(
    700027,
    `Client assertion contains an invalid signature. [Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}', Found key 'Start=${start}, End=${end}']`,
  )

/** Each way in which Entra ID refuses, with its number, status, `error` and text as reported from real tenants. */
export const refuse = {
  method: (method: string) =>
    invalidRequest(900561, `The endpoint only accepts POST, OPTIONS requests. Received a ${method} request.`),
  missingParameter: (name: string) =>
    invalidRequest(900144, `The request body must contain the following parameter: '${name}'.`),
  emptyField: (name: string) =>
    invalidRequest(
      90014,
      `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
    ),
  parameterUnusable: (name: string) => invalidRequest(90100, `${name} parameter is empty or not valid.`),
  malformedRequest: () => invalidRequest(9002313, 'Invalid request. Request is malformed or invalid.'),
  resourceParameter: () => invalidRequest(901002, `The 'resource' request parameter isn't supported.`),
  grantType: () => entraError(70003, 400, 'unsupported_grant_type', 'The app returned an unsupported grant type.'),

  unknownTenant: (tenant: string) =>
    entraError(
      90002,
      400,
      'invalid_tenant',
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    ),
  emptyTenant: (tenant: string) =>
    entraError(
      90002,
      400,
      'invalid_tenant',
      `Requested tenant identifier '${tenant}' is not valid. Tenant identifiers may not be an empty GUID.`,
    ),
  malformedTenant: (tenant: string) =>
    invalidRequest(
      900023,
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
    ),
  tenantCharacters: () => invalidRequest(90013, 'Invalid input received from the user.'),
  noTenant: () =>
    invalidRequest(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    ),
  sharedEndpoint: () =>
    invalidRequest(
      9001023,
      'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    ),
  otherCloud: () => invalidRequest(900382, 'Confidential Client is not supported in Cross Cloud request.'),
  blockedTenant: () =>
    invalidRequest(
      5000224,
      'We are sorry, this resource is not available. If you are seeing this message by mistake, please contact Microsoft support.',
    ),
  unknownInstance: () => entraError(50049, 400, 'invalid_instance', 'Unknown or invalid instance.'),

  unknownClient: (clientId: string, tenant: string) =>
    entraError(
      700016,
      400,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    ),
  disabledApp: (clientId: string, name: string) =>
    entraError(7000112, 400, 'unauthorized_client', `Application '${clientId}'(${name}) is disabled.`),
  missingServicePrincipal: (clientId: string, tenantId: string) =>
    invalidClient(
      7000229,
      `The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    ),
  publicClient: () =>
    invalidClient(700025, `Client is public so neither 'client_assertion' nor 'client_secret' should be presented.`),
  /** The number is an umbrella for several sentences; this one was seen with it and with 9002326. */
  crossOrigin: () =>
    invalidRequest(
      90023,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.`,
    ),
  requestLoop: () =>
    entraError(
      50196,
      400,
      'invalid_grant',
      'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
    ),
  conditionalAccess: () =>
    entraError(
      53003,
      400,
      'interaction_required',
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    ),
  noCredential: () =>
    invalidClient(
      7000218,
      `The request body must contain the following parameter: 'client_assertion' or 'client_secret'.`,
    ),
  secret: (clientId: string) =>
    invalidClient(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),

  malformedAssertion: () => invalidClient(50027, 'JWT token is invalid or malformed.'),
  noThumbprint: () => invalidClient(50027, 'Invalid JWT token. No certificate thumbprint specified in token header.'),
  algorithm: (algorithm: string) =>
    invalidClient(5002738, `Invalid JWT token. '${algorithm}' is not a supported signature algorithm`),
  unreadableThumbprint: (clientId: string) => keyNotRegistered(clientId, '', 'current'),
  unknownKey: (clientId: string, thumbprint: string, text: UnknownKeyText) =>
    keyNotRegistered(clientId, `Thumbprint of key used by client: '${thumbprint}', `, text),
  expiredKey: (key: FoundKey) => badSignature('The key used is expired.', key),
  signature: (key: FoundKey) =>
    badSignature('The provided signature value did not match the expected signature value.', key),
  keyNotYetValid: () => invalidClient(1000502, 'The provided certificate is not within its specified validity window.'),
  keyType: () => invalidRequest(5002730, 'Invalid JWT token. Unsupported key for the signing algorithm.'),
  keySize: (bits: number) =>
    entraError(
      [70002, 50032],
      401,
      'invalid_client',
      `Error validating credentials. AADSTS50032: RSA key size ${bits} is less than the minimum required 2048 bits.`,
    ),

  subject: () => invalidClient(50048, 'Subject mismatches Issuer claim in the client assertion.'),
  clientIdMismatch: () =>
    invalidClient(700021, `Client assertion application identifier doesn't match 'client_id' parameter.`),
  severalAudiences: (count: number) =>
    invalidClient(
      5002741,
      `Number of audience values in the provided client credential exceed maximum allowed. ${count} audience values provided, maximum allowed is 1.`,
    ),
  audience: () =>
    invalidClient(
      700023,
      `Client assertion audience claim does not match Realm issuer. Review the documentation at ${certificateDocs} .`,
    ),
  timeRange: (now: string, from: string, expiry: string) =>
    invalidClient(
      700024,
      `Client assertion is not within its valid time range. Current time: ${now}, assertion valid from ${from}, expiry time of assertion ${expiry}. Review the documentation at ${certificateDocs} .`,
    ),

  scopeForm: (scope: string) =>
    invalidScope(
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    ),
  onlyOpenIdScopes: (scope: string) =>
    invalidScope(
      28002,
      `Provided value for the input parameter scope '${scope}' isn't valid when requesting an access token. Specify a valid scope.`,
    ),
  scopeWithoutResource: (scope: string) =>
    invalidScope(
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    ),
  severalResources: () =>
    invalidScope(
      700022,
      `The provided value for the input parameter 'scope' isn't valid because it contains more than one resource.`,
    ),
  unknownResource: (resource: string, tenantName: string) =>
    entraError(
      500011,
      400,
      'invalid_resource',
      `The resource principal named ${resource} was not found in the tenant named ${tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    ),
  disabledResource: (resource: string) =>
    entraError(
      500014,
      400,
      'invalid_resource',
      `The service principal for resource '${resource}' is disabled. This indicate that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.`,
    ),
  absentResource: (resourceId: string, tenantName: string) =>
    entraError(
      650052,
      400,
      'invalid_client',
      `The app is trying to access a service '${resourceId}'(Azure DevOps) that your organization '${tenantName}' lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.`,
    ),
  unassignedApp: (clientId: string, name: string, resourceId: string) =>
    entraError(
      501051,
      400,
      'invalid_grant',
      `Application '${clientId}'(${name}) is not assigned to a role for the application '${resourceId}'(Azure DevOps).`,
    ),
}
