import 'server-only'
import { env } from '#lib/platform/env'
import { AppError, type ErrorCode, type Evidence } from '#lib/platform/errors/index'

/** What the system, OpenSSL, Node and undici call what went wrong. */
const reasons = {
  network_name_unknown: /^(?:ENOTFOUND|ENODATA|EBADNAME)$/,
  network_name_server_silent: /^(?:EAI_AGAIN|ETIMEOUT|ESERVFAIL|EREFUSED|EAI_FAIL)$/,
  network_refused: /^(?:ECONNREFUSED|EACCES|EPERM)$/,
  network_no_route: /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL|EAI_ADDRFAMILY)$/,
  network_silent: /^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
  network_connection_lost: /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED)$/,
  network_answer_too_large: /^(?:UND_ERR_RES_EXCEEDED_MAX_SIZE|ERR_BUFFER_TOO_LARGE)$/,
  network_answer_garbled: /^(?:HTTPParserError|HPE_\w+|UND_ERR_(?:HTTP_PARSER|RES_\w+|HEADERS_OVERFLOW)|Z_\w+)$/,
  tls_expired: /^CERT_HAS_EXPIRED$/,
  tls_not_yet_valid: /^CERT_NOT_YET_VALID$/,
  tls_name_differs: /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
  tls_revoked: /^CERT_REVOKED$/,
  tls_not_trusted: /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/,
  tls_failed: /^(?:EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/,
} as const satisfies Partial<Record<ErrorCode, RegExp>>
type FaultCode = keyof typeof reasons

// The patterns are tried in their order, and the keys of an object of ours are those of its type.
const faultCodes = Object.keys(reasons) as FaultCode[]

const faults: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...faultCodes,
  'proxy_unreachable',
  'proxy_sign_in_required',
  'proxy_refused',
  'host_not_allowed',
  'network_address_private',
  'azure_devops_foreign_page',
  'entra_unreachable',
  'entra_timeout',
  'azure_devops_unreachable',
  'azure_devops_timeout',
  'key_vault_unreachable',
  'key_vault_timeout',
])
/** Whether nothing was heard of the other side at all. */
export const isConnectionFault = ({ code }: AppError): boolean => faults.has(code)

/** Worth another try: what the others say will be the same a second later. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network_name_server_silent',
  'network_refused',
  'network_no_route',
  'network_silent',
  'network_connection_lost',
  'network_answer_garbled',
  'proxy_unreachable',
  'entra_unreachable',
  'entra_timeout',
  'azure_devops_unreachable',
  'azure_devops_timeout',
  'key_vault_unreachable',
  'key_vault_timeout',
])
export const isPassingFault = ({ code }: AppError): boolean => passing.has(code)

/** One error of a chain: fetch wraps what the system says once or twice. */
interface Link {
  readonly name?: string
  readonly code?: string
  readonly message?: string
  readonly hostname?: string
  readonly address?: string
  readonly port?: number
}

function chainOf(error: unknown): Link[] {
  if (typeof error !== 'object' || error === null) return []
  return [error, ...('cause' in error ? chainOf(error.cause) : [])]
}

/** The system's code of a failed connection (ENOTFOUND, CERT_HAS_EXPIRED …), wherever the fetch has put it. */
export function reasonOf(error: unknown): string | undefined {
  const chain = chainOf(error)
  const coded = chain.find(({ code }) => typeof code === 'string')?.code
  // undici gives a code only to some of the errors of its parser.
  return coded ?? chain.find(({ name }) => name === 'HTTPParserError')?.name
}

const isOurProxy = ({ hostname, port }: Link, proxy: URL): boolean =>
  hostname === proxy.hostname || (port !== undefined && String(port) === proxy.port)

/** What the proxy said or did, where one stands between. */
function proxyFault(chain: readonly Link[], proxy?: string): { code: ErrorCode; reason: string } | undefined {
  const status = chain.map(({ message }) => /Proxy response \((\d+)\)/.exec(message ?? '')?.[1]).find(Boolean)
  if (status) return { code: status === '407' ? 'proxy_sign_in_required' : 'proxy_refused', reason: `Proxy: ${status}` }
  const failed = proxy && chain.find((link) => isOurProxy(link, new URL(proxy)))
  return failed ? { code: 'proxy_unreachable', reason: failed.code ?? 'no connection' } : undefined
}

function placeOf(chain: readonly Link[]): string | undefined {
  const at = chain.find(({ address }) => address !== undefined)
  return at && (at.port ? `${at.address}:${at.port}` : at.address)
}

/**
 * Takes “fetch failed” apart.
 * @param host The one that was asked
 * @param fallback For a reason that says nothing to us; it is still shown
 */
export function connectionFault(
  cause: unknown,
  host: string,
  fallback: ErrorCode,
  proxy = env().HTTPS_PROXY,
): AppError {
  const chain = chainOf(cause)
  const ofProxy = proxyFault(chain, proxy)
  const reason = ofProxy?.reason ?? reasonOf(cause)
  const code = ofProxy?.code ?? faultCodes.find((one) => reasons[one].test(reason ?? '')) ?? fallback
  const facts: [label: string, value: string | undefined][] = [
    ['Host', host],
    ['Reason', reason ?? chain.at(-1)?.message],
    ['Address', placeOf(chain)],
  ]
  const evidence: Evidence[] = facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return new AppError(code, { evidence, cause })
}
