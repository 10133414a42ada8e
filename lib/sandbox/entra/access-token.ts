import 'server-only'
import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { DirectoryApp } from '../control/app-registration'
import { graphResources, isAmong } from './scope'

/** Whom a good access token speaks for. */
export interface TokenHolder {
  readonly objectId: string
  readonly tenantId: string
  readonly clientId: string
}

/** What a good access token says. */
export interface ReadToken {
  readonly holder: TokenHolder
  /** What it was issued for, in the form in which the client named it. */
  readonly resource: string
  /** The holder's application permissions there. */
  readonly roles: readonly string[]
}

/** Real tokens are valid from five minutes before they are issued. */
const backdated = 300

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** What a token is issued for. */
export interface Grant {
  readonly resource: string
  readonly app: Pick<DirectoryApp, 'clientId' | 'servicePrincipalObjectId' | 'graphPermissions'>
}

interface Issuing {
  readonly tenantId: string
  readonly now: Date
  /** `expires_in`, which real answers give one second short. */
  readonly lifetime: number
}

/** Nobody is granted application permissions of anything but Microsoft Graph; without any there is no such claim. */
const rolesOf = ({ resource, app: { graphPermissions } }: Grant) =>
  isAmong(graphResources, resource) && graphPermissions.length > 0 ? { roles: [...graphPermissions] } : {}

function claimsOf(granted: Grant, { tenantId, now, lifetime }: Issuing): JWTPayload {
  const { resource, app } = granted
  const issuer = `https://sts.windows.net/${tenantId}/`
  const issuedAt = Math.floor(now.getTime() / 1000) - backdated
  return {
    aud: resource,
    iss: issuer,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + backdated + lifetime + 1,
    aio: random(42),
    appid: app.clientId,
    appidacr: '2',
    idp: issuer,
    oid: app.servicePrincipalObjectId,
    rh: `1.${random(33)}.`,
    ...rolesOf(granted),
    sub: app.servicePrincipalObjectId,
    tid: tenantId,
    uti: random(16),
    ver: '1.0',
  }
}

const claimsSchema = z.object({
  aud: z.string(),
  oid: z.string(),
  tid: z.string(),
  appid: z.string(),
  roles: z.array(z.string()).default([]),
  exp: z.number(),
})
type Claims = Readonly<z.output<typeof claimsSchema>>

const readTokenOf = ({ oid, tid, appid, aud, roles }: Claims): ReadToken => ({
  holder: { objectId: oid, tenantId: tid, clientId: appid },
  resource: aud,
  roles,
})

/** Enough for every client of one sandbox; a client that asks for more only waits for a signature to be verified. */
const tokensRemembered = 100

/**
 * Issues and verifies access tokens with a key that lives as long as the sandbox. The tokens have the v1.0 claims that
 * Azure DevOps asks for even on the v2.0 endpoint.
 */
export async function createAccessTokens(tenantId: string, now: () => Date) {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  /** What a token was found to say: thousands of requests come with the same one. */
  const verified = new Map<string, Claims>()

  async function claimsIn(token: string): Promise<Claims> {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS256'],
      issuer: `https://sts.windows.net/${tenantId}/`,
      currentDate: now(),
    })
    if (verified.size === tokensRemembered) verified.clear()
    const claims = claimsSchema.parse(payload)
    verified.set(token, claims)
    return claims
  }

  const isOver = ({ exp }: Claims): boolean => exp * 1000 <= now().getTime()

  return {
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid, x5t: kid }] },

    issue: (grant: Grant, lifetime: number): Promise<string> =>
      new SignJWT(claimsOf(grant, { tenantId, now: now(), lifetime }))
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: kid, kid })
        .sign(privateKey),

    /** What a token says, if it is ours and not yet expired, whatever it was issued for. */
    async read(token: string): Promise<ReadToken | undefined> {
      try {
        const claims = verified.get(token) ?? (await claimsIn(token))
        return isOver(claims) ? undefined : readTokenOf(claims)
      } catch {
        return undefined
      }
    },
  }
}

export type AccessTokens = Awaited<ReturnType<typeof createAccessTokens>>
