import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { AccessToken, TokenSource } from '#lib/platform/entra/token-source'
import { AppError, isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isPassingFault } from '#lib/platform/http/connection-fault'
import { exchange } from '#lib/platform/http/exchange'
import type { Fetch } from '#lib/platform/http/fetch'
import { type Attempt, retry } from '#lib/platform/http/retry'
import { type Now, type Random, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { azureDevOpsError, evidenceOf, isPage, pageCode } from './errors'
import type { Pacing } from './pacing'
import { pauseAskedBy, secondsBeforeRetry } from './retries/schema'
import type { ApiVersion, RetryPolicy } from './schema'

export interface TransportOptions {
  readonly organization: string
  readonly apiVersion: ApiVersion
  readonly tokenSource: Pick<TokenSource, 'token' | 'invalidate'>
  readonly fetch: Fetch
  readonly retryPolicy: RetryPolicy
  readonly pacing: Pacing
  readonly now?: Now
  readonly sleep?: Sleep
  readonly random?: Random
  /** For one try, body included. */
  readonly timeoutMs?: number
}

/** Azure DevOps is several services; each has the organization as the first part of its addresses. */
type ServiceHost = 'dev.azure.com' | 'vsaex.dev.azure.com' | 'vssps.dev.azure.com' | 'analytics.dev.azure.com'

export interface ApiRequest {
  readonly method: 'GET' | 'OPTIONS' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** `dev.azure.com` unless given. */
  readonly host?: ServiceHost
  /** From `_apis` or `_odata` on, already encoded. */
  readonly path: string
  /** Name or ID. */
  readonly project?: string | undefined
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** `application/json` unless given. */
  readonly contentType?: string
  readonly signal?: AbortSignal | undefined
  /** Says of a POST that it only reads, so it may be sent twice. */
  readonly repeatable?: boolean
  /** For resources that exist as a preview only, and fail under the connection's own version; `none` sends no version. */
  readonly apiVersion?: string
  /** Goes without a token, so that a refusal (401 or the sign-in page) is an answer like another, without data. */
  readonly anonymous?: boolean
}

interface ApiAnswer<T> {
  readonly data: T
  readonly headers: Headers
}

/**
 * Sends one request to Azure DevOps and gives its parsed answer, whatever retries, waits and new tokens that takes.
 * @throws TF…, VS…, wiql_invalid, azure_devops_… and what the token source throws; an abort rejects with its reason
 */
export type Send = <Schema extends z.ZodType>(
  schema: Schema,
  request: ApiRequest,
) => Promise<ApiAnswer<z.output<Schema>>>

const exchangeCodes = { unreachable: 'azure_devops_unreachable', timeout: 'azure_devops_timeout' } as const

function urlOf(options: TransportOptions, request: ApiRequest): URL {
  const scope = [options.organization, request.project].flatMap((part) => (part ? [encodeURIComponent(part)] : []))
  const url = new URL(`https://${request.host ?? 'dev.azure.com'}/${scope.join('/')}/${request.path}`)
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  const version = request.apiVersion ?? options.apiVersion
  if (version !== 'none') url.searchParams.set('api-version', version)
  return url
}

function headersOf(request: ApiRequest, token: AccessToken | undefined): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'user-agent': 'Certboard',
    // Without it a refused token is answered with a redirect or a page instead of 401.
    'x-tfs-fedauthredirect': 'Suppress',
  })
  if (token) headers.set('authorization', `Bearer ${token.value}`)
  if (request.body !== undefined) headers.set('content-type', request.contentType ?? 'application/json')
  return headers
}

const isRepeatable = ({ method, repeatable }: ApiRequest): boolean =>
  method === 'GET' || method === 'OPTIONS' || repeatable === true

/** Azure DevOps refuses a bearer by 401 or, on some paths, by its sign-in page. */
const isRefusal = (answer: Answer): boolean =>
  answer.status === 401 || (isPage(answer) && pageCode(answer) === 'azure_devops_sign_in_page')

/** TF401444 names the app it refuses, so the token was read and a newer one would be refused as well. */
const isAboutMembership = (answer: Answer): boolean => answer.text.includes('TF401444')

/**
 * The one way to Azure DevOps: adds token and version, keeps to the pace and the retry policy of the connection, lets
 * nothing through that is not the JSON asked for, and turns every foreign error into one of ours.
 */
export function createTransport(options: TransportOptions): Send {
  const { pacing, retryPolicy, now = Date.now, sleep = realSleep, random = Math.random, timeoutMs = 30_000 } = options

  async function exchangeOnce(request: ApiRequest, token: AccessToken | undefined): Promise<Answer> {
    const body = request.body === undefined ? null : JSON.stringify(request.body)
    const headers = headersOf(request, token)
    const requestWith = (signal: AbortSignal) =>
      new Request(urlOf(options, request), { method: request.method, headers, body, redirect: 'manual', signal })
    const { signal } = request
    const work = () => exchange(options.fetch, requestWith, { timeoutMs, signal, codes: exchangeCodes })
    const answer = await pacing.run(work, signal)
    // Whoever gets the slot sends his request now; parsing this answer first would let the server wait for it.
    await setImmediate()
    pacing.pause(pauseAskedBy(answer.headers, now))
    return answer
  }

  /** A token may end or be revoked while we still keep it, so a refused one is replaced once. */
  async function exchangeSignedIn(request: ApiRequest): Promise<Answer> {
    if (request.anonymous) return await exchangeOnce(request, undefined)
    const token = await options.tokenSource.token(request.signal)
    const answer = await exchangeOnce(request, token)
    if (!isRefusal(answer) || isAboutMembership(answer)) return answer
    options.tokenSource.invalidate(token)
    return await exchangeOnce(request, await options.tokenSource.token(request.signal))
  }

  const attempt = async <Schema extends z.ZodType>(
    schema: Schema,
    request: ApiRequest,
    retries: number,
  ): Promise<Attempt<ApiAnswer<z.output<Schema>>>> => {
    const waitAfter = (failure: AppError, status?: number) =>
      isRepeatable(request)
        ? secondsBeforeRetry(retryPolicy, retries, { retryAfter: failure.retryAfter, status, random })
        : undefined
    let answer: Answer
    try {
      answer = await exchangeSignedIn(request)
    } catch (failure) {
      if (!isAppError(failure) || !isPassingFault(failure)) throw failure
      return { failure, retryInSeconds: waitAfter(failure) }
    }
    const failure = failureOf(options.organization, request, answer, now)
    if (failure) return { failure, retryInSeconds: waitAfter(failure, answer.status) }
    return { value: { data: dataOf(schema, options.organization, request, answer), headers: answer.headers } }
  }

  return (schema, request) => retry((retries) => attempt(schema, request, retries), sleep, request.signal)
}

function failureOf(organization: string, request: ApiRequest, answer: Answer, now: Now): AppError | undefined {
  if (request.anonymous && isRefusal(answer)) return undefined
  const asked = { ...request, organization }
  if (isPage(answer)) return new AppError(pageCode(answer), { evidence: evidenceOf(answer, asked) })
  return answer.status >= 400 ? azureDevOpsError(answer, asked, now) : undefined
}

/** A body that is cut off, is no JSON or has another shape than ours is one and the same to the caller. */
function dataOf<Schema extends z.ZodType>(
  schema: Schema,
  organization: string,
  request: ApiRequest,
  answer: Answer,
): z.output<Schema> {
  const hasData = answer.text !== '' && !(request.anonymous && isRefusal(answer))
  try {
    return schema.parse(hasData ? JSON.parse(answer.text) : undefined)
  } catch (cause) {
    const evidence = evidenceOf(answer, { ...request, organization })
    throw new AppError('azure_devops_answer_unexpected', { evidence, cause })
  }
}
