import 'server-only'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { controlPath } from '../control/api'
import { managedIdentityHosts } from '../managed-identity'
import { isMicrosoftHost } from './hosts'
import { send, toRequest } from './node-adapter'

const refusal = 'This proxy leads only to the Microsoft hosts that the sandbox stands in for, by CONNECT to port 443.\n'

const refuseTunnel = (socket: Duplex): unknown =>
  socket.end(
    `HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\ncontent-length: ${refusal.length}\r\n\r\n${refusal}`,
  )

/** `CONNECT host:port`; only TLS to its usual port is answered. */
function mayPass({ url = '' }: IncomingMessage): boolean {
  const [host = '', port] = url.split(':')
  return port === '443' && isMicrosoftHost(host)
}

interface ProxyOptions {
  readonly tlsServer: TlsServer
  /** Answers what is addressed to the proxy itself: the sandbox's control API. */
  readonly control: (request: Request) => Promise<Response>
  /** Answers what is addressed to the machine's own services, which are plain HTTP: its managed identity. */
  readonly machine: (request: Request) => Promise<Response>
}

const isForControl = ({ url = '' }: IncomingMessage): boolean =>
  url === controlPath || url.startsWith(`${controlPath}/`)

/** What a proxy is asked for by plain HTTP has its whole address in the first line. */
const isForMachine = ({ url = '' }: IncomingMessage): boolean =>
  managedIdentityHosts.some((host) => url.startsWith(`http://${host}/`))

/**
 * An HTTP proxy whose tunnels all end in the sandbox. The tunnel's socket becomes the TLS server's own connection:
 * there is no second hop that would cost time.
 */
export function createProxy({ tlsServer, control, machine }: ProxyOptions): Server {
  const answererOf = (request: IncomingMessage) => {
    if (isForControl(request)) return control
    return isForMachine(request) ? machine : undefined
  }
  const proxy = createServer({ noDelay: true }, (request, response) => {
    const answerer = answererOf(request)
    if (answerer) {
      toRequest(request)
        .then(answerer)
        .then((answer) => send(answer, response))
        .catch(() => response.destroy())
    } else {
      response.writeHead(403, { 'content-type': 'text/plain' }).end(refusal)
    }
  })
  proxy.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that goes away in the middle of a tunnel is no fault of the sandbox.
    socket.on('error', () => socket.destroy())
    if (!mayPass(request)) return refuseTunnel(socket)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    tlsServer.emit('connection', socket)
  })
  return proxy
}
