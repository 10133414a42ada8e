import 'server-only'
import { z } from 'zod'
import { AppError, type ErrorCode, isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isConnectionFault } from '#lib/platform/http/connection-fault'
import { exchange } from '#lib/platform/http/exchange'
import type { Fetch } from '#lib/platform/http/fetch'
import { quote } from '#lib/platform/http/redact'
import { type Attempt, retry } from '#lib/platform/http/retry'
import { withJitter } from '#lib/platform/http/schema'
import { type Now, type Random, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { type BearerSource, type BearerToken, keepToken } from './kept-token'

/** The metadata service of virtual machines, at the same address on each of them. */
const metadataEndpoint = 'http://169.254.169.254/metadata/identity/oauth2/token'

export interface ManagedIdentityOptions {
  /** What the tokens are for, such as `https://vault.azure.net`. */
  readonly resource: string
  /** Which identity, where it is assigned by a user. */
  readonly clientId?: string | undefined
  /** Given on App Service and Container Apps, which have a service of their own. */
  readonly appService?: { readonly endpoint: string; readonly header: string } | undefined
  readonly fetch: Fetch
  readonly now?: Now
  readonly sleep?: Sleep
  readonly random?: Random
}

const timeoutMs = 10_000
const maximumRetries = 3
const firstWaitSeconds = 0.8

/** Microsoft, “How to use managed identities … to acquire an access token”: error handling, retry guidance. */
const isTransient = (status: number): boolean => status === 410 || status === 429 || status >= 500

/** Both services write numbers as text, and App Service tells only when the token ends. */
const tokenBody = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  expires_on: z.coerce.number().positive(),
})

function readToken({ status, text }: Answer, now: number): BearerToken | undefined {
  try {
    if (status !== 200) return undefined
    const { access_token: value, expires_in, expires_on } = tokenBody.parse(JSON.parse(text))
    const expiresIn = expires_in ?? Math.floor(expires_on - now / 1000)
    return { value, expiresIn, receivedAt: new Date(now).toISOString() }
  } catch {
    return undefined
  }
}

function requestOf({ resource, clientId, appService }: ManagedIdentityOptions, signal: AbortSignal): Request {
  const url = new URL(appService?.endpoint ?? metadataEndpoint)
  url.searchParams.set('api-version', appService ? '2019-08-01' : '2018-02-01')
  url.searchParams.set('resource', resource)
  if (clientId) url.searchParams.set('client_id', clientId)
  const headers: [string, string] = appService ? ['x-identity-header', appService.header] : ['metadata', 'true']
  return new Request(url, { headers: [headers], redirect: 'manual', signal })
}

/** Both services say 400 where there is no identity, or not the one that was asked for; but also what Entra ID says. */
function codeOf({ status, text }: Answer): ErrorCode {
  if (status === 404) return 'managed_identity_unavailable'
  return status === 400 && !text.includes('AADSTS') ? 'managed_identity_missing' : 'managed_identity_failed'
}

const refusalOf = (answer: Answer): AppError =>
  new AppError(codeOf(answer), {
    evidence: [
      { label: 'HTTP status', value: String(answer.status) },
      { label: 'Answer', value: quote(answer.text) },
    ],
  })

/** Who is not in Azure finds nobody there: in whichever way that shows, it means the same. */
function asUnavailable(failure: unknown): unknown {
  if (!isAppError(failure) || !isConnectionFault(failure)) return failure
  return new AppError('managed_identity_unavailable', { evidence: failure.evidence, cause: failure })
}

async function requestToken(options: ManagedIdentityOptions): Promise<BearerToken> {
  const { fetch, now = Date.now, sleep = realSleep, random = Math.random } = options
  const codes = { unreachable: 'managed_identity_unavailable', timeout: 'managed_identity_unavailable' } as const

  const attempt = async (retries: number): Promise<Attempt<BearerToken>> => {
    const answer = await exchange(fetch, (signal) => requestOf(options, signal), { timeoutMs, codes })
    const value = readToken(answer, now())
    if (value) return { value }
    const mayRetry = isTransient(answer.status) && retries < maximumRetries
    const retryInSeconds = mayRetry ? withJitter(firstWaitSeconds * 2 ** retries, random) : undefined
    return { failure: refusalOf(answer), retryInSeconds }
  }

  try {
    return await retry(attempt, sleep)
  } catch (failure) {
    throw asUnavailable(failure)
  }
}

/**
 * Gets tokens of the machine's managed identity, for which no credential is needed: whoever runs there may have them.
 * Its promises reject with managed_identity_unavailable, managed_identity_missing or managed_identity_failed.
 * Source: Microsoft, “How to use managed identities for Azure resources on an Azure VM to acquire an access token” and
 * “How to use managed identities for App Service and Azure Functions”.
 */
export const createManagedIdentitySource = (options: ManagedIdentityOptions): BearerSource =>
  keepToken(() => requestToken(options), options.now ?? Date.now)
