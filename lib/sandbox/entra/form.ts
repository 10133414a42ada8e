import 'server-only'
import { refuse } from './errors'

/** Grants that Entra ID knows and the sandbox does not emulate. */
const otherGrants = [
  'authorization_code',
  'password',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
]
export const isOtherGrant = (form: URLSearchParams): boolean => otherGrants.includes(form.get('grant_type') ?? '')

const brokenEscape = /%(?![0-9a-f]{2})/i

/**
 * Only a form body is read, never the query; anything else counts as an empty form.
 * @throws 9002313
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return new URLSearchParams()
  const text = await request.text()
  if (brokenEscape.test(text)) throw refuse.malformedRequest()
  return new URLSearchParams(text)
}
