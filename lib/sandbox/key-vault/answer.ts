import 'server-only'
import type { KeyVaultError } from './errors'

const headersOf = (request: Request, now: Date): Headers => {
  const headers = new Headers({
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'content-type': 'application/json; charset=utf-8',
    'x-ms-keyvault-region': 'westeurope',
    'x-ms-request-id': crypto.randomUUID(),
    'strict-transport-security': 'max-age=31536000;includeSubDomains',
    'x-content-type-options': 'nosniff',
    date: now.toUTCString(),
  })
  const asked = request.headers.get('x-ms-client-request-id')
  if (asked) headers.set('x-ms-client-request-id', asked)
  return headers
}

export const respond = (request: Request, body: object, now: Date): Response =>
  new Response(JSON.stringify(body), { headers: headersOf(request, now) })

interface Refusing {
  readonly tenantId: string
  readonly now: Date
  /** Seconds */
  readonly retryAfter?: number
}

/** Whoever shows no good token is told where to get one: clients ask once without, to learn it. */
export function refusal(request: Request, error: KeyVaultError, { tenantId, now, retryAfter }: Refusing): Response {
  const { status, code, message, innerCode } = error
  const headers = headersOf(request, now)
  if (status === 401) {
    const authorization = `https://login.microsoftonline.com/${tenantId}`
    headers.set('www-authenticate', `Bearer authorization="${authorization}", resource="https://vault.azure.net"`)
  }
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  const innererror = innerCode === undefined ? {} : { innererror: { code: innerCode } }
  return new Response(JSON.stringify({ error: { code, message, ...innererror } }), { status, headers })
}
