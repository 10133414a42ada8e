import 'server-only'
import type { SandboxIdentity } from '../identity'
import { refuse } from './errors'
import { isOurTenant, loginHosts } from './tenant'

type Claims = Readonly<Record<string, unknown>>

/** Seconds at the end of the year 9999, the last moment that Entra's clock can write. */
const endOfTime = 253_402_300_799

/** @throws 50048, 700021 */
function requireClient({ iss, sub }: Claims, clientId: string): void {
  if (iss !== sub) throw refuse.subject()
  if (typeof sub !== 'string' || sub.toLowerCase() !== clientId.toLowerCase()) throw refuse.clientIdMismatch()
}

const endpointPaths = ['/oauth2/v2.0/token', '/oauth2/token', '/v2.0', '/']

/** The token endpoint or the issuer, v1 or v2, under any login host, naming the tenant by GUID or domain. */
function isOurEndpoint(audience: unknown, identity: SandboxIdentity): boolean {
  if (typeof audience !== 'string' || !URL.canParse(audience)) return false
  const { protocol, host, pathname } = new URL(audience)
  const [, tenant = '', path] = /^\/([^/]+)(\/.*)$/.exec(pathname) ?? []
  if (protocol !== 'https:' || !loginHosts.includes(host) || path === undefined) return false
  if (path === '/' && host !== 'sts.windows.net') return false
  return endpointPaths.includes(path.toLowerCase()) && isOurTenant(tenant, identity)
}

/** @throws 5002741, 700023 */
function requireAudience({ aud }: Claims, identity: SandboxIdentity): void {
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  if (audiences.length > 1) throw refuse.severalAudiences(audiences.length)
  if (!isOurEndpoint(audiences[0], identity)) throw refuse.audience()
}

/**
 * Seconds since 1970; libraries write them as integer, float or numeric string. An absent time counts as zero.
 * @throws 50027
 */
function secondsOf(value: unknown): number {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : (value ?? 0)
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw refuse.malformedAssertion()
  return Math.min(Math.max(seconds, 0), endOfTime)
}

/** With the seven decimals that Entra ID prints. */
const printed = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('Z', '0000Z')

/** @throws 50027, 700024 */
function requireTimes({ nbf, exp }: Claims, now: Date, skew: number): void {
  const current = now.getTime() / 1000
  const from = secondsOf(nbf)
  const expiry = secondsOf(exp)
  if (from - skew <= current && current < expiry + skew) return
  throw refuse.timeRange(printed(current), printed(from), printed(expiry))
}

interface Expected {
  readonly clientId: string
  readonly identity: SandboxIdentity
  readonly now: Date
  readonly clockSkewSeconds: number
}

/**
 * Passes claims that are about the client, addressed to this tenant, and within their time.
 * @throws 50048, 700021, 5002741, 700023, 50027, 700024
 */
export function requireClaims(claims: Claims, { clientId, identity, now, clockSkewSeconds }: Expected): void {
  requireClient(claims, clientId)
  requireAudience(claims, identity)
  requireTimes(claims, now, clockSkewSeconds)
}
