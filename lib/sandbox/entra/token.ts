import 'server-only'
import type { TrustedKey } from '../control/registered-certificate'
import type { SandboxIdentity } from '../identity'
import { verifiedClaims } from './assertion'
import { requireClaims } from './claims'
import { refuse } from './errors'
import { resourceOf } from './scope'
import { requireTenant } from './tenant'

interface TokenRequest {
  readonly tenant: string
  readonly form: URLSearchParams
  readonly identity: SandboxIdentity
  readonly keys: readonly TrustedKey[]
  readonly now: Date
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Grants that Entra ID knows and the sandbox does not emulate. */
const otherGrants = [
  'authorization_code',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
]
export const isOtherGrant = (form: URLSearchParams): boolean => otherGrants.includes(form.get('grant_type') ?? '')

/** Only a form body is read, never the query; anything else counts as an empty form. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  return new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type) ? await request.text() : '')
}

/** @throws 900144, 70003, 901002 */
function requireFields(form: URLSearchParams): void {
  for (const name of ['grant_type', 'client_id', 'scope']) {
    if (!form.has(name)) throw refuse.missingParameter(name)
  }
  if (form.get('grant_type') !== 'client_credentials') throw refuse.grantType()
  if (form.has('resource')) throw refuse.resourceParameter()
}

/** @throws 9001023, 50059, 90002, 900023, 90013 */
function requireOwnTenant(tenant: string, identity: SandboxIdentity): void {
  const name = tenant.toLowerCase()
  if (name === 'common' || name === 'consumers') throw refuse.sharedEndpoint()
  if (name === 'organizations') throw refuse.noTenant()
  requireTenant(tenant, identity)
}

/** @throws 7000215, 7000218, 900144 */
function assertionOf(form: URLSearchParams, clientId: string): string {
  const assertion = form.get('client_assertion')
  if (!assertion) throw form.get('client_secret') ? refuse.secret(clientId) : refuse.noCredential()
  if (form.get('client_assertion_type') !== assertionType) throw refuse.missingParameter('client_assertion_type')
  return assertion
}

/**
 * The resource for which the client gets a token. The order of the checks is that which reports about Entra ID suggest:
 * fields, tenant, client, credential, header, key, signature, claims, scope, resource.
 * @throws each code that the steps name
 */
export function grantedResource({ tenant, form, identity, keys, now }: TokenRequest): string {
  requireFields(form)
  requireOwnTenant(tenant, identity)
  const clientId = form.get('client_id') ?? ''
  if (clientId.toLowerCase() !== identity.clientId) throw refuse.unknownClient(clientId, identity.tenantName)
  const claims = verifiedClaims(assertionOf(form, clientId), { clientId, keys, now })
  requireClaims(claims, clientId, identity, now)
  return resourceOf(form.get('scope') ?? '', identity.tenantName)
}
