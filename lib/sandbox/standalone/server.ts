import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { isWithoutConnection } from '../faults/no-connection'
import type { MadeCertificate } from './make-certificate'
import { send, toRequest } from './node-adapter'

interface ServerOptions {
  readonly fetch: (request: Request) => Promise<Response>
  readonly certificate: MadeCertificate
  /** Milliseconds to wait before each answer. */
  readonly latency: number
  /** Gets one line per request: method, host and path, status, duration. No query values, headers or bodies. */
  readonly log?: ((line: string) => void) | undefined
  /** Gets what went wrong inside the sandbox itself. */
  readonly report: (error: unknown) => void
}

/** Ends once the client has gone away, or has its answer. */
function untilGone(outgoing: ServerResponse): AbortSignal {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  return gone.signal
}

/** Gives nothing where a fault wants the connection to end instead. */
async function answer(
  incoming: IncomingMessage,
  gone: AbortSignal,
  { fetch, latency, report }: ServerOptions,
): Promise<Response | undefined> {
  let request: Request
  try {
    request = await toRequest(incoming, gone)
  } catch {
    return Response.json({ error: 'bad_request', message: 'The sandbox cannot read this request.' }, { status: 400 })
  }
  if (latency > 0) await sleep(latency)
  try {
    return await fetch(request)
  } catch (error) {
    if (gone.aborted || isWithoutConnection(error)) return undefined
    report(error)
    return Response.json({ error: 'sandbox_failed', message: 'The sandbox failed.' }, { status: 500 })
  }
}

function lineOf({ method, headers, url = '/' }: IncomingMessage, status: number | string, started: number): string {
  const [path] = url.split('?')
  return `${method} ${headers.host}${path} ${status} ${Math.round(performance.now() - started)} ms`
}

/** An HTTPS server that hands every request to the sandbox. It listens nowhere: the proxy gives it its sockets. */
export function createTlsServer(options: ServerOptions): Server {
  const { certificate, log, report } = options
  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const started = performance.now()
    const response = await answer(incoming, untilGone(outgoing), options)
    if (response) await send(response, outgoing).catch(() => outgoing.destroy())
    else outgoing.destroy()
    log?.(lineOf(incoming, response?.status ?? 'no answer,', started))
  }
  const tls = { cert: certificate.certificate, key: certificate.key, keepAliveTimeout: 60_000 }
  return createServer(tls, (incoming, outgoing) => void handle(incoming, outgoing).catch(report))
}
