import 'server-only'
import type { z } from 'zod'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { AppError, isAppError } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isPassingFault } from '#lib/platform/http/connection-fault'
import { type Attempt, retry } from '#lib/platform/http/retry'
import { type Now, type Random, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { errorIn, evidenceOf } from './errors'
import { secondsBeforeRetry } from './retries/schema'
import type { ApiVersion, RetryPolicy } from './schema'
import { createSignedExchange, isRefusal, type SignedExchangeOptions } from './signed-exchange'

export interface TransportOptions extends SignedExchangeOptions {
  readonly organization: string
  readonly apiVersion: ApiVersion
  readonly retryPolicy: RetryPolicy
  readonly sleep?: Sleep
  readonly random?: Random
}

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

const isRepeatable = ({ method, repeatable }: ApiRequest): boolean =>
  method === 'GET' || method === 'OPTIONS' || repeatable === true

/**
 * How everything but the console asks Azure DevOps: adds the version, keeps to the retry policy of the connection, lets
 * nothing through that is not the JSON asked for, and turns every foreign error into one of ours.
 */
export function createTransport(options: TransportOptions): Send {
  const { organization, retryPolicy, now = Date.now, sleep = realSleep, random = Math.random } = options
  const exchange = createSignedExchange(options)

  function exchangeOnce(request: ApiRequest): Promise<Answer> {
    const { method, contentType, signal, anonymous } = request
    const body = request.body === undefined ? undefined : JSON.stringify(request.body)
    return exchange({ method, url: urlOf(options, request), body, contentType, signal, anonymous })
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
      answer = await exchangeOnce(request)
    } catch (failure) {
      if (!isAppError(failure) || !isPassingFault(failure)) throw failure
      return { failure, retryInSeconds: waitAfter(failure) }
    }
    const failure = failureOf(organization, request, answer, now)
    if (failure) return { failure, retryInSeconds: waitAfter(failure, answer.status) }
    return { value: { data: dataOf(schema, organization, request, answer), headers: answer.headers } }
  }

  return (schema, request) => retry((retries) => attempt(schema, request, retries), sleep, request.signal)
}

function failureOf(organization: string, request: ApiRequest, answer: Answer, now: Now): AppError | undefined {
  if (request.anonymous && isRefusal(answer)) return undefined
  return errorIn(answer, { ...request, organization }, now)
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
