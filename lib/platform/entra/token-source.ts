import 'server-only'
import { z } from 'zod'
import { isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { signClientAssertion } from './client-assertion'
import { askEntra, type EntraConversation } from './entra-request'
import { type BearerSource, type BearerToken, keepToken } from './kept-token'
import type { Signer, SigningAlgorithm } from './signer'

/** What Entra ID gave. */
export interface AccessToken extends BearerToken {
  readonly tokenType: string
  /** With which the assertion was signed that Entra ID accepted. */
  readonly algorithm: SigningAlgorithm
  /** Entra ID did not know the certificate, and the one before it signed in its place. */
  readonly byPrevious?: true
}

export type TokenSource = BearerSource<AccessToken>

export interface TokenSourceOptions extends EntraConversation {
  readonly clientId: string
  readonly scope: string
  readonly signer: Signer
  /** While a certificate is changed for another: the one before, which signs where Entra ID does not know the new one. */
  readonly previous?: PreviousSigner
}

interface PreviousSigner {
  readonly signer: Signer
  /** Milliseconds since 1970. */
  readonly until: number
  /** Told whenever it had to sign. */
  readonly onUse: () => void
}

const tokenBody = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive(),
})

function readToken(answer: Answer) {
  try {
    return tokenBody.safeParse(JSON.parse(answer.text)).data
  } catch {
    return undefined
  }
}

async function formOf(options: TokenSourceOptions, algorithm: SigningAlgorithm): Promise<URLSearchParams> {
  const { clientId, tokenUrl, scope, signer, now = Date.now } = options
  return new URLSearchParams({
    client_id: clientId,
    scope,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await signClientAssertion(signer, { clientId, audience: tokenUrl, algorithm, now }),
  })
}

async function requestToken(options: TokenSourceOptions, algorithm: SigningAlgorithm): Promise<AccessToken> {
  const requestWith = async () => {
    const body = await formOf(options, algorithm)
    return (signal: AbortSignal) => new Request(options.tokenUrl, { method: 'POST', body, redirect: 'manual', signal })
  }
  const body = await askEntra(options, requestWith, readToken)
  return {
    value: body.access_token,
    tokenType: body.token_type,
    expiresIn: body.expires_in,
    receivedAt: new Date((options.now ?? Date.now)()).toISOString(),
    algorithm,
  }
}

/** Some keys could not be verified with PSS in the past (AADSTS5002730); the older pair of algorithm and thumbprint can. */
async function requestTokenEitherWay(options: TokenSourceOptions, algorithm: SigningAlgorithm): Promise<AccessToken> {
  try {
    return await requestToken(options, algorithm)
  } catch (error) {
    if (algorithm === 'RS256' || !isAppError(error) || error.code !== 'AADSTS5002730') throw error
    return await requestToken(options, 'RS256')
  }
}

/**
 * What Entra ID learns of an upload reaches its servers one by one, so it may know a certificate now and not a minute
 * later. Where the previous one fails too, the error of the current one says what to mend.
 */
async function requestTokenInGrace(options: TokenSourceOptions, algorithm: SigningAlgorithm): Promise<AccessToken> {
  const { previous, now = Date.now } = options
  try {
    return await requestTokenEitherWay(options, algorithm)
  } catch (error) {
    if (!previous || now() >= previous.until || !isAppError(error) || error.code !== 'AADSTS700027') throw error
    const token = await requestTokenEitherWay({ ...options, signer: previous.signer }, algorithm).catch(() => undefined)
    if (!token) throw error
    previous.onUse()
    return { ...token, byPrevious: true }
  }
}

/**
 * Gets tokens by the client credentials grant with a certificate (RFC 6749 §4.4, RFC 7523 §2.2).
 * Its promises reject with AADSTS…, entra_unreachable, entra_throttled, entra_unexpected_answer, host_not_allowed or as
 * the signer does.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  let algorithm: SigningAlgorithm = 'PS256'
  return keepToken(async () => {
    const token = await requestTokenInGrace(options, algorithm)
    algorithm = token.algorithm
    return token
  }, options.now ?? Date.now)
}
