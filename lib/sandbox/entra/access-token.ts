import 'server-only'
import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { DirectoryApp } from '../control/app-registration'
import { azureDevOpsResources } from './scope'

/** Whom a good access token for Azure DevOps speaks for. */
export interface TokenHolder {
  readonly objectId: string
  readonly tenantId: string
  readonly clientId: string
}

/** Real tokens are valid from five minutes before they are issued. */
const backdated = 300

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** What a token is issued for. */
export interface Grant {
  readonly resource: string
  readonly app: Pick<DirectoryApp, 'clientId' | 'servicePrincipalObjectId'>
}

interface Issuing {
  readonly tenantId: string
  readonly now: Date
  /** `expires_in`, which real answers give one second short. */
  readonly lifetime: number
}

function claimsOf({ resource, app }: Grant, { tenantId, now, lifetime }: Issuing): JWTPayload {
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
    sub: app.servicePrincipalObjectId,
    tid: tenantId,
    uti: random(16),
    ver: '1.0',
  }
}

const holderOf = ({ oid, tid, appid }: JWTPayload): TokenHolder | undefined =>
  typeof oid === 'string' && typeof tid === 'string' && typeof appid === 'string'
    ? { objectId: oid, tenantId: tid, clientId: appid }
    : undefined

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
  const verified = new Map<string, JWTPayload>()

  async function payloadOf(token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS256'],
      audience: [...azureDevOpsResources],
      issuer: `https://sts.windows.net/${tenantId}/`,
      currentDate: now(),
    })
    if (verified.size === tokensRemembered) verified.clear()
    verified.set(token, payload)
    return payload
  }

  const isOver = ({ exp = 0 }: JWTPayload): boolean => exp * 1000 <= now().getTime()

  return {
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid, x5t: kid }] },

    issue: (grant: Grant, lifetime: number): Promise<string> =>
      new SignJWT(claimsOf(grant, { tenantId, now: now(), lifetime }))
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: kid, kid })
        .sign(privateKey),

    /** Whose token it is, if it is ours, meant for Azure DevOps and not yet expired. */
    async verify(token: string): Promise<TokenHolder | undefined> {
      try {
        const payload = verified.get(token) ?? (await payloadOf(token))
        return isOver(payload) ? undefined : holderOf(payload)
      } catch {
        return undefined
      }
    },
  }
}

export type AccessTokens = Awaited<ReturnType<typeof createAccessTokens>>
