import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
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

async function answer(incoming: IncomingMessage, { fetch, latency, report }: ServerOptions): Promise<Response> {
  let request: Request
  try {
    request = await toRequest(incoming)
  } catch {
    return Response.json({ error: 'bad_request', message: 'The sandbox cannot read this request.' }, { status: 400 })
  }
  if (latency > 0) await sleep(latency)
  try {
    return await fetch(request)
  } catch (error) {
    report(error)
    return Response.json({ error: 'sandbox_failed', message: 'The sandbox failed.' }, { status: 500 })
  }
}

function lineOf({ method, headers, url = '/' }: IncomingMessage, status: number, started: number): string {
  const [path] = url.split('?')
  return `${method} ${headers.host}${path} ${status} ${Math.round(performance.now() - started)} ms`
}

/** An HTTPS server that hands every request to the sandbox. It listens nowhere: the proxy gives it its sockets. */
export function createTlsServer(options: ServerOptions): Server {
  const { certificate, log, report } = options
  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const started = performance.now()
    const response = await answer(incoming, options)
    await send(response, outgoing)
    log?.(lineOf(incoming, response.status, started))
  }
  const tls = { cert: certificate.certificate, key: certificate.key, keepAliveTimeout: 60_000 }
  return createServer(tls, (incoming, outgoing) => void handle(incoming, outgoing).catch(report))
}
