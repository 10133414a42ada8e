import 'server-only'
import { type EntraError, entraError } from './entra-error'

type Row = readonly [code: number, status: number, error: string, text: string]

/** Where nobody has published a sentence. */
const unknownText = 'The text of this error is not published.'

const invalidClient = (code: number, text = unknownText): Row => [code, 401, 'invalid_client', text]
const invalidRequest = (code: number, text = unknownText): Row => [code, 400, 'invalid_request', text]

const transient = 'A transient error has occurred. Please try again.'

/**
 * The numbers that have no condition in the sandbox, because they need something that it does not emulate – revocation,
 * mutual TLS, trusted subjects, users – or because Microsoft has a fault of its own. They come by a fault alone. Status
 * and `error` of most were never seen in a full answer; `EntraBehaviour.answers` changes them.
 */
const rows: readonly Row[] = [
  [5000, 400, 'server_error', unknownText],
  [50001, 400, 'invalid_resource', `The resource is disabled or doesn't exist.`],
  invalidClient(50012, 'Client assertion contains an invalid signature. [Reason - The key was not found.]'),
  [50013, 400, 'invalid_grant', 'Assertion failed signature validation.'],
  invalidClient(500181),
  [51000, 400, 'unauthorized_client', unknownText],
  [530032, 400, 'interaction_required', unknownText],
  [
    65001,
    400,
    'invalid_grant',
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  ],
  [
    650057,
    400,
    'invalid_resource',
    `Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.`,
  ],
  [70001, 400, 'unauthorized_client', 'Application was not found in the directory.'],
  [700011, 400, 'unauthorized_client', 'Application was not found in the directory.'],
  invalidClient(700030, 'Invalid certificate - subject name in certificate is not authorized.'),
  [7000114, 400, 'unauthorized_client', 'Application is not allowed to make application on-behalf-of calls.'],
  invalidClient(7000214),
  invalidClient(
    7000216,
    `'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.`,
  ),
  invalidClient(7000222, 'The provided client secret keys are expired.'),
  invalidClient(7000274),
  invalidClient(7000277),
  [90012, 408, 'temporarily_unavailable', 'The requested has timed out.'],
  invalidRequest(
    90019,
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  ),
  [90024, 503, 'temporarily_unavailable', transient],
  [90033, 503, 'temporarily_unavailable', transient],
  [90055, 429, 'temporarily_unavailable', 'There are too many incoming requests.'],
  invalidRequest(90056),
  invalidRequest(
    90130,
    'Application is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  ),
  invalidRequest(900432, 'Confidential Client is not supported in Cross Cloud request.'),
  invalidRequest(
    1002016,
    'You are using TLS version 1.0, 1.1 and/or 3DES cipher which are deprecated to improve the security posture of Azure AD.',
  ),
  invalidRequest(
    50128,
    'Invalid domain name - No tenant-identifying information found in either the request or implied by any provided credentials.',
  ),
  invalidRequest(
    50194,
    'Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.',
  ),
]

const byCode = new Map(rows.map((row) => [row[0], row]))

export const unprovokedCodes: readonly number[] = [...byCode.keys()]

/** The refusal for a number that no condition raises. */
export function unprovoked(code: number): EntraError | undefined {
  const row = byCode.get(code)
  return row && entraError(...row)
}
