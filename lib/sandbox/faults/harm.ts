import 'server-only'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { malformed, slow, truncated } from './bodies'
import type { Fault } from './fault'
import { connectionReset } from './no-connection'

export type Fetch = (request: Request) => Promise<Response>

/** What faults need of the sandbox that they befall. */
export interface FaultHost {
  readonly throttle: (request: Request, retryAfter: number) => Response
  /** Undefined for a number that some condition of the tenant raises. */
  readonly refuseWith: (request: Request, code: number) => Response | undefined
  readonly skewed: <Result>(seconds: number, run: () => Result) => Result
  /** Both concern every app unless a client ID is given. */
  readonly removeCertificates: (clientId: string | undefined) => void
  readonly removeMember: (clientId: string | undefined) => void
}

interface Harmed {
  readonly request: Request
  readonly next: Fetch
  readonly host: FaultHost
}

type FaultOf = { [One in Fault as One['kind']]: One }
type Harms = { [Kind in keyof FaultOf]: (fault: FaultOf[Kind], harmed: Harmed) => Promise<Response> }

/** Never answers; only the caller can end it. */
async function waitForAbort({ signal }: Request): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}

function withExpiredToken(request: Request): Request {
  const headers = new Headers(request.headers)
  if (headers.has('authorization')) headers.set('authorization', 'Bearer expired')
  return new Request(request, { headers })
}

/** A gateway's page, which is not the API's own error. */
function errorPage(status: number): Response {
  const html = `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function withContentType(response: Response, contentType: string): Response {
  response.headers.set('content-type', contentType)
  return response
}

const harms: Harms = {
  latency: async ({ milliseconds }, { request, next }) => {
    await sleep(milliseconds, undefined, { signal: request.signal })
    return await next(request)
  },
  timeout: (_, { request }) => waitForAbort(request),
  'connection reset': () => Promise.reject(connectionReset()),
  'truncated body': async (_, { request, next }) => truncated(await next(request)),
  'malformed JSON': async (_, { request, next }) => malformed(await next(request)),
  'wrong content type': async ({ contentType }, { request, next }) => withContentType(await next(request), contentType),
  'slow body': async ({ milliseconds }, { request, next }) => slow(await next(request), milliseconds),
  'server error': async ({ status }) => errorPage(status),
  throttled: async ({ retryAfter }, { request, host }) => host.throttle(request, retryAfter),
  'expired token': (_, { request, next }) => next(withExpiredToken(request)),
  'clock skew': ({ seconds }, { request, next, host }) => host.skewed(seconds, () => next(request)),
  'entra refusal': async ({ code }, { request, next, host }) => host.refuseWith(request, code) ?? (await next(request)),
  'certificates removed': ({ clientId }, { request, next, host }) => {
    host.removeCertificates(clientId)
    return next(request)
  },
  'member removed': ({ clientId }, { request, next, host }) => {
    host.removeMember(clientId)
    return next(request)
  },
}

const inflictKind = <Kind extends keyof FaultOf>(kind: Kind, fault: FaultOf[Kind], harmed: Harmed) =>
  harms[kind](fault, harmed)

/** What the caller gets whom the fault befalls. */
export const inflict = (fault: Fault, harmed: Harmed): Promise<Response> => inflictKind(fault.kind, fault, harmed)
