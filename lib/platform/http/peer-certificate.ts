import 'server-only'
import { once } from 'node:events'
import { request } from 'node:http'
import type { LookupFunction, Socket } from 'node:net'
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import type { Evidence } from '#lib/platform/errors/index'

interface Way {
  readonly lookup: LookupFunction
  readonly proxy?: string | undefined
  readonly port?: number
}

const patience = 5000

const credentialsOf = ({ username, password }: URL): Record<string, string> =>
  username === ''
    ? {}
    : {
        'proxy-authorization': `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
      }

/** A tunnel through the proxy (RFC 9110 §9.3.6). */
async function tunnel(proxy: URL, host: string, signal: AbortSignal): Promise<Socket> {
  const { hostname, port } = proxy
  const path = `${host}:443`
  const asked = request({ hostname, port, method: 'CONNECT', path, headers: credentialsOf(proxy), signal })
  asked.end()
  const [, socket] = await once(asked, 'connect', { signal })
  return socket
}

async function secureSocket(host: string, { lookup, proxy, port = 443 }: Way, signal: AbortSignal): Promise<TLSSocket> {
  const way = proxy ? { socket: await tunnel(new URL(proxy), host, signal) } : { host, port, lookup }
  // What cannot be trusted is only looked at here: nothing is sent, and the connection ends at once.
  const socket = connect({ ...way, servername: host, rejectUnauthorized: false })
  await once(socket, 'secureConnect', { signal })
  return socket
}

const nameOf = (name: DetailedPeerCertificate['subject']): string =>
  [name.CN, name.O].flat().filter(Boolean).join(', ') || 'no name'

const factsOf = ({ subject, issuer, valid_from, valid_to, fingerprint256 }: DetailedPeerCertificate): Evidence[] => [
  { label: 'Certificate shown', value: nameOf(subject) },
  { label: 'Issued by', value: nameOf(issuer) },
  { label: 'Valid', value: `${valid_from} – ${valid_to}` },
  { label: 'Its SHA-256', value: fingerprint256 },
]

/**
 * What the other side shows as its TLS certificate, where that is not trusted: who signs in Microsoft's place is what
 * the person has to know. Nothing where it cannot be had.
 */
export async function peerCertificate(host: string, way: Way): Promise<Evidence[]> {
  try {
    const socket = await secureSocket(host, way, AbortSignal.timeout(patience))
    const certificate = socket.getPeerCertificate(true)
    socket.destroy()
    return factsOf(certificate)
  } catch {
    return []
  }
}
