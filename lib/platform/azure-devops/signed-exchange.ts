import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { AccessToken, TokenSource } from '#lib/platform/entra/token-source'
import type { Answer } from '#lib/platform/http/answer'
import { exchange } from '#lib/platform/http/exchange'
import type { Fetch } from '#lib/platform/http/fetch'
import type { Now } from '#lib/platform/http/time'
import { isPage, pageCode } from './errors'
import type { Pacing } from './pacing'
import { pauseAskedBy } from './retries/schema'

interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly body?: string | undefined
  /** `application/json` unless given. */
  readonly contentType?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Goes without a token, so that a refusal is an answer like another. */
  readonly anonymous?: boolean | undefined
  /** Awaited when its turn has come, just before it goes; what it throws keeps it from going. */
  readonly beforeSend?: (() => Promise<void>) | undefined
}

/**
 * Sends one request with a token, once the pace allows it, and gives the answer whatever its status.
 * @throws azure_devops_unreachable, azure_devops_timeout, network_…, tls_…, proxy_…, and what the token source throws;
 * an abort rejects with its reason
 */
export type SignedExchange = (request: SignedRequest) => Promise<Answer>

export interface SignedExchangeOptions {
  readonly tokenSource: Pick<TokenSource, 'token' | 'invalidate'>
  readonly fetch: Fetch
  readonly pacing: Pacing
  readonly now?: Now
  /** For one try, body included. */
  readonly timeoutMs?: number
}

const exchangeCodes = { unreachable: 'azure_devops_unreachable', timeout: 'azure_devops_timeout' } as const

/** What every request to Azure DevOps says, but for its token. */
const standingHeaders = {
  accept: 'application/json',
  'user-agent': 'Certboard',
  // Without it a refused token is answered with a redirect or a page instead of 401.
  'x-tfs-fedauthredirect': 'Suppress',
} as const

function headersOf({ body, contentType }: SignedRequest, token: AccessToken | undefined): Headers {
  const headers = new Headers(standingHeaders)
  if (token) headers.set('authorization', `Bearer ${token.value}`)
  if (body !== undefined) headers.set('content-type', contentType ?? 'application/json')
  return headers
}

/** Azure DevOps refuses a bearer by 401 or, on some paths, by its sign-in page. */
export const isRefusal = (answer: Answer): boolean =>
  answer.status === 401 || (isPage(answer) && pageCode(answer) === 'azure_devops_sign_in_page')

/** TF401444 names the app it refuses, so the token was read and a newer one would be refused as well. */
const isAboutMembership = (answer: Answer): boolean => answer.text.includes('TF401444')

/** The one way to Azure DevOps: it adds the token, keeps to the pace of the connection, and follows no redirect. */
export function createSignedExchange(options: SignedExchangeOptions): SignedExchange {
  const { pacing, tokenSource, now = Date.now, timeoutMs = 30_000 } = options

  async function exchangeOnce(request: SignedRequest, token: AccessToken | undefined): Promise<Answer> {
    const { method, url, signal, body = null } = request
    const headers = headersOf(request, token)
    const requestWith = (signal: AbortSignal) => new Request(url, { method, headers, body, redirect: 'manual', signal })
    const work = async () => {
      await request.beforeSend?.()
      return await exchange(options.fetch, requestWith, { timeoutMs, signal, codes: exchangeCodes })
    }
    const answer = await pacing.run(work, signal)
    // Whoever gets the slot sends his request now; parsing this answer first would let the server wait for it.
    await setImmediate()
    pacing.pause(pauseAskedBy(answer.headers, now))
    return answer
  }

  /** A token may end or be revoked while we still keep it, so a refused one is replaced once. */
  return async (request) => {
    if (request.anonymous) return await exchangeOnce(request, undefined)
    const token = await tokenSource.token(request.signal)
    const answer = await exchangeOnce(request, token)
    if (!isRefusal(answer) || isAboutMembership(answer)) return answer
    tokenSource.invalidate(token)
    return await exchangeOnce(request, await tokenSource.token(request.signal))
  }
}
