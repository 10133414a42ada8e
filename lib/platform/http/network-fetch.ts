import 'server-only'
import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as pooledRequest } from 'undici'
import { keyVaultDomain } from '#lib/platform/addresses/key-vault'
import { loginHosts } from '#lib/platform/addresses/token-url'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import { connectionFault, reasonOf } from './connection-fault'
import type { Fetch } from './fetch'
import { peerCertificate } from './peer-certificate'

const azureDevOpsHost = /^(?:[a-z0-9-]+\.)*(?:dev\.azure\.com|visualstudio\.com)$/

/** A vault is one label before its cloud's domain; clouds other than the global one are the operator's choice. */
function isKeyVaultHost(host: string): boolean {
  const [vault = '', ...domain] = host.split('.')
  const domains = [keyVaultDomain, ...(env().KEY_VAULT_DOMAINS?.split(',') ?? [])]
  return /^[a-z0-9-]+$/.test(vault) && domains.includes(domain.join('.'))
}

const isAllowedHost = (host: string): boolean =>
  loginHosts.some((known) => known === host) || azureDevOpsHost.test(host) || isKeyVaultHost(host)

const refused = (host: string, why: string): AppError =>
  new AppError('host_not_allowed', { detail: `${host}: ${why}`, evidence: [{ label: 'Host', value: host }] })

/** The Token URL and the organization are typed by people, so what may be called is decided here and not by them. */
function requireAllowed(url: URL): void {
  if (!isAllowedHost(url.hostname)) throw refused(url.hostname, 'not a host of Entra ID, Azure DevOps or Key Vault.')
  if (url.protocol !== 'https:' || url.port !== '') throw refused(url.host, 'only https on port 443 is called.')
  if (url.username !== '' || url.password !== '') throw refused(url.hostname, 'the address holds credentials.')
}

/** What the public internet does not route (RFC 6890), multicast, and IPv6 tunnels that hide an IPv4 address. */
const notPublic4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
]
const notPublic6 = [
  '::/127',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]

/** Networks without IPv4 reach it through addresses that begin so (RFC 6052), so those are judged by what they hold. */
const nat64 = '64:ff9b::'

function listOfNotPublic(): BlockList {
  const list = new BlockList()
  const parse = (subnet: string): [net: string, prefix: number] => {
    const [net = '', prefix] = subnet.split('/')
    return [net, Number(prefix)]
  }
  for (const [net, prefix] of notPublic6.map(parse)) list.addSubnet(net, prefix, 'ipv6')
  for (const [net, prefix] of notPublic4.map(parse)) {
    list.addSubnet(net, prefix, 'ipv4')
    list.addSubnet(`${nat64}${net}`, 96 + prefix, 'ipv6')
  }
  return list
}
const notPublic = listOfNotPublic()

/** Whether the public internet routes the address; an IPv4 address inside an IPv6 one is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !notPublic.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function refusalOf(hostname: string, addresses: readonly { readonly address: string }[]): Error | undefined {
  if (addresses.length === 0) return new Error(`${hostname} has no address`)
  if (addresses.every(({ address }) => isPublicAddress(address))) return undefined
  const evidence = addresses.map(({ address }) => ({ label: 'Address', value: address }))
  return new AppError('network_address_private', { evidence: [{ label: 'Host', value: hostname }, ...evidence] })
}

/**
 * Resolves a name for a connection and refuses it when any of its addresses is not public. Checked here, on the very
 * addresses that will be connected to, because a name can resolve differently a moment later.
 */
export const publicLookup =
  (resolve: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refusal = error ?? refusalOf(hostname, addresses)
      const [first] = addresses ?? []
      if (refusal || options.all) callback(refusal ?? null, addresses)
      else callback(null, first?.address ?? '', first?.family)
    })
  }

/** Bytes on the wire, and twice as many unpacked: many times what we ask for, and few enough to hold in memory. */
const largestAnswer = 64 * 1024 * 1024

/**
 * Connections by the proxy that the settings name, or else to what the lookup allows. Behind a proxy it is the proxy that
 * resolves names, and the proxy itself is usually at a private address.
 */
export function createPool(connect: Agent.Options['connect'] = { lookup: publicLookup() }): Dispatcher {
  const pool = { connections: 32, keepAliveTimeout: 30_000, maxResponseSize: largestAnswer }
  const { HTTPS_PROXY: httpsProxy, NO_PROXY: noProxy } = env()
  return httpsProxy
    ? new EnvHttpProxyAgent({ ...pool, httpsProxy, noProxy: noProxy ?? '' })
    : new Agent({ ...pool, connect })
}

const unzip = promisify(gunzip)

/** Read and decoded at once: the streams and copies of a Response would cost as much as parsing what they carry. */
async function textOf({ headers, body }: Dispatcher.ResponseData): Promise<string> {
  if (headers['content-encoding'] !== 'gzip') return await body.text()
  return new TextDecoder().decode(await unzip(await body.arrayBuffer(), { maxOutputLength: 2 * largestAnswer }))
}

/** They speak of the bytes on the wire, which are not those of the body that is handed on. */
const wireHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding'])

function headersOf(received: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(received)) {
    if (wireHeaders.has(name)) continue
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  return headers
}

async function ask(dispatcher: Dispatcher, request: Request): ReturnType<Fetch> {
  const answer = await pooledRequest(request.url, {
    dispatcher,
    // Our callers use no other method than these.
    method: request.method as Dispatcher.HttpMethod,
    headers: { ...Object.fromEntries(request.headers), 'accept-encoding': 'gzip' },
    body: request.body ? await request.text() : null,
    signal: request.signal,
  })
  const text = await textOf(answer)
  return { status: answer.statusCode, headers: headersOf(answer.headers), text: async () => text }
}

/** Who it was that is not trusted, which the failed handshake does not say. */
async function withPeer(failure: unknown, { hostname }: URL): Promise<unknown> {
  if (!/CERT|SELF_SIGNED|UNABLE_TO/.test(reasonOf(failure) ?? '')) return failure
  const { code, evidence } = connectionFault(failure, hostname, 'tls_not_trusted')
  const way = { lookup: publicLookup(), proxy: env().HTTPS_PROXY }
  return new AppError(code, { evidence: [...evidence, ...(await peerCertificate(hostname, way))], cause: failure })
}

/**
 * Only hosts of Microsoft, no redirects, no cookies. Not undici's `fetch`, which needs a third more time for a large
 * answer. `openPool` is called with the first request, because the settings are not there when modules are loaded.
 */
export function createNetworkFetch(openPool: () => Dispatcher): Fetch {
  let pool: Dispatcher | undefined
  return async (request) => {
    const url = new URL(request.url)
    requireAllowed(url)
    pool ??= openPool()
    try {
      return await ask(pool, request)
    } catch (failure) {
      throw await withPeer(failure, url)
    }
  }
}

/**
 * The fetch of production, with one pool for this process.
 * @throws host_not_allowed, network_address_private; otherwise rejects as the network does
 */
export const networkFetch: Fetch = createNetworkFetch(() => createPool())
