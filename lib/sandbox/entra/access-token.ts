import 'server-only'
import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { SandboxIdentity } from '../identity'
import { azureDevOpsResources } from './scope'

/** Whom a good access token for Azure DevOps speaks for. */
export interface TokenHolder {
  readonly objectId: string
  readonly tenantId: string
  readonly clientId: string
}

/** Entra answers `expires_in` one second short of the hour. */
export const expiresIn = 3599
/** Real tokens are valid from five minutes before they are issued. */
const backdated = 300

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

function claimsOf(audience: string, identity: SandboxIdentity, now: Date): JWTPayload {
  const issuer = `https://sts.windows.net/${identity.tenantId}/`
  const issuedAt = Math.floor(now.getTime() / 1000) - backdated
  return {
    aud: audience,
    iss: issuer,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + backdated + expiresIn + 1,
    aio: random(42),
    appid: identity.clientId,
    appidacr: '2',
    idp: issuer,
    oid: identity.servicePrincipalObjectId,
    rh: `1.${random(33)}.`,
    sub: identity.servicePrincipalObjectId,
    tid: identity.tenantId,
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
export async function createAccessTokens(identity: SandboxIdentity, now: () => Date) {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  /** What a token was found to say: thousands of requests come with the same one. */
  const verified = new Map<string, JWTPayload>()

  async function payloadOf(token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['RS256'],
      audience: [...azureDevOpsResources],
      issuer: `https://sts.windows.net/${identity.tenantId}/`,
      currentDate: now(),
    })
    if (verified.size === tokensRemembered) verified.clear()
    verified.set(token, payload)
    return payload
  }

  const isOver = ({ exp = 0 }: JWTPayload): boolean => exp * 1000 <= now().getTime()

  return {
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid, x5t: kid }] },

    issue: (audience: string): Promise<string> =>
      new SignJWT(claimsOf(audience, identity, now()))
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
