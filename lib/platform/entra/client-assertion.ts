import 'server-only'
import type { Now } from '#lib/platform/http/time'
import type { Signer, SigningAlgorithm } from './signer'

export interface AssertionOptions {
  readonly clientId: string
  /** The token endpoint to which the assertion will be posted. */
  readonly audience: string
  readonly algorithm: SigningAlgorithm
  readonly now: Now
}

/** Microsoft advises five to ten minutes; the shorter, the less a stolen assertion is worth. */
export const assertionLifetimeSeconds = 5 * 60

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const thumbprint = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')

/** PS256 goes with the SHA-256 thumbprint and RS256 with the SHA-1 one: the two pairs that Microsoft has documented. */
function headerOf(signer: Signer, algorithm: SigningAlgorithm) {
  return algorithm === 'PS256'
    ? { alg: algorithm, typ: 'JWT', 'x5t#S256': thumbprint(signer.thumbprintSha256) }
    : { alg: algorithm, typ: 'JWT', x5t: thumbprint(signer.thumbprintSha1) }
}

/**
 * Signs the short-lived JWT (RFC 7523) that proves to Entra ID that we hold the certificate's private key.
 * Each one has a `jti` of its own and is valid from now for five minutes.
 * Source: Microsoft identity platform, “certificate credentials”.
 */
export async function signClientAssertion(signer: Signer, options: AssertionOptions): Promise<string> {
  const issuedAt = Math.floor(options.now() / 1000)
  const claims = {
    aud: options.audience,
    iss: options.clientId,
    sub: options.clientId,
    jti: crypto.randomUUID(),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + assertionLifetimeSeconds,
  }
  const signingInput = `${encode(headerOf(signer, options.algorithm))}.${encode(claims)}`
  const signature = await signer.sign(options.algorithm, Buffer.from(signingInput))
  return `${signingInput}.${Buffer.from(signature).toString('base64url')}`
}
