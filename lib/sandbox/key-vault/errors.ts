import 'server-only'
import type { TokenHolder } from '../entra/access-token'

/** A refusal of Key Vault before it is wrapped in its envelope. */
export interface KeyVaultError extends Error {
  readonly status: number
  readonly code: string
  /** `code` of the inner error, where there is one. */
  readonly innerCode: string | undefined
}

export const isKeyVaultError = (value: unknown): value is KeyVaultError =>
  value instanceof Error && 'status' in value && 'innerCode' in value

const keyVaultError = (status: number, code: string, message: string, innerCode?: string): KeyVaultError =>
  Object.assign(new Error(message), { status, code, innerCode })

const unauthorized = (message: string) => keyVaultError(401, 'Unauthorized', message)
const badParameter = (message: string) => keyVaultError(400, 'BadParameter', message)
const forbidden = (message: string, innerCode: string) => keyVaultError(403, 'Forbidden', message, innerCode)

const recovery = (kind: 'key' | 'certificate') =>
  `If you recently deleted this ${kind} you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`
const missing = (kind: 'key' | 'certificate', name: string) =>
  `A ${kind} with (name/id) ${name} was not found in this key vault. ${recovery(kind)}`

interface Refused {
  readonly caller: TokenHolder
  readonly vault: string
}

interface Denied extends Refused {
  readonly action: string
  readonly resource: string
}

const issuerOf = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`
const nameOf = ({ clientId, objectId, tenantId }: TokenHolder): string =>
  `appid=${clientId};oid=${objectId};iss=${issuerOf(tenantId)}`
const placeOf = (vault: string): string => `${vault};location=westeurope`
/** Of the networks that documentation may speak of (RFC 5737). */
const clientAddress = '203.0.113.7'
const lines = (...all: readonly string[]): string => all.join('\r\n')

/** Each way in which Key Vault refuses, worded as recorded or reported from real vaults unless said otherwise. */
export const refuse = {
  noToken: () => unauthorized('Request is missing a Bearer or PoP token.'),
  /** Wording unverified. */
  token: () => unauthorized('[TokenInvalid] Error validating token.'),
  audience: (found: string) =>
    unauthorized(
      `AKV10022: Invalid audience. Expected https://vault.azure.net or cfa8b339-82a2-471a-a3c9-0fc0be7a4093, found: ${found}.`,
    ),
  issuer: (expected: string, found: string) =>
    unauthorized(`AKV10032: Invalid issuer. Expected one of ${issuerOf(expected)}, found ${issuerOf(found)}.`),
  /** Vault and client stand in different networks. */
  address: ({ caller, vault }: Refused) =>
    forbidden(
      lines(
        'Client address is not authorized and caller is not a trusted service.',
        `Client address: ${clientAddress}`,
        `Caller: ${nameOf(caller)}`,
        `Vault: ${placeOf(vault)}`,
      ),
      'ForbiddenByFirewall',
    ),
  publicAccess: ({ caller, vault }: Refused) =>
    forbidden(
      lines(
        'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
        `Caller: ${nameOf(caller)}`,
        `Vault: ${placeOf(vault)}`,
      ),
      'ForbiddenByConnection',
    ),
  denied: ({ caller, action, resource, vault }: Denied) =>
    forbidden(
      lines(
        'Caller is not authorized to perform action on resource.',
        'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
        `Caller: ${nameOf(caller)}`,
        `Action: 'Microsoft.KeyVault/vaults/${action}'`,
        `Resource: '${resource}'`,
        'Assignment: (not found)',
        'DenyAssignmentId: null',
        'DecisionReason: null ',
        `Vault: ${placeOf(vault)}`,
        '',
      ),
      'ForbiddenByRbac',
    ),
  notPermitted: ({ caller, vault, permission }: Refused & { readonly permission: string }) =>
    forbidden(
      `The user, group or application '${nameOf(caller)}' does not have ${permission} permission on key vault '${placeOf(vault)}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
      'ForbiddenByPolicy',
    ),
  keyDisabled: () => forbidden('Operation sign is not allowed on a disabled key.', 'KeyDisabled'),
  operation: () => forbidden('Operation sign is not permitted on this key.', 'KeyOperationForbidden'),
  /** That it is refused with 403 is documented. Worded as reported of expired secrets; unverified of keys. */
  keyExpired: () => forbidden('Operation sign is not allowed on a expired key.', 'KeyExpired'),
  /** That it is refused with 403 is documented; wording and inner code are unverified. */
  keyNotYetValid: () => forbidden('Operation sign is not allowed on a key that is not yet valid.', 'KeyNotYetValid'),

  keyNotFound: (name: string) => keyVaultError(404, 'KeyNotFound', missing('key', name)),
  certificateNotFound: (name: string) => keyVaultError(404, 'CertificateNotFound', missing('certificate', name)),

  /** Wording unverified. */
  noApiVersion: () => badParameter('The api-version query parameter must be specified.'),
  apiVersion: (version: string, latest: string) =>
    badParameter(
      `The specified version (${version}) is not recognized. Consider using the latest supported version (${latest}).`,
    ),
  /** Wording unverified. */
  body: () => badParameter('Property has invalid value'),
  maxResults: () => badParameter('Invalid value for maxresults. It must be between 1 and 25.'),
  algorithm: (kid: string, algorithm: string) =>
    badParameter(
      `Key and signing algorithm are incompatible. Key ${kid} is of type 'RSA', and algorithm '${algorithm}' can only be used with a key of type 'EC' or 'EC-HSM'.`,
    ),
  digestLength: (length: number, algorithm: string, wanted: number) =>
    badParameter(
      `Invalid length of 'value': ${length} bytes. ${algorithm} requires ${wanted} bytes, encoded with base64url.`,
    ),

  throttled: () =>
    keyVaultError(
      429,
      'Throttled',
      'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached',
    ),
}
