import type { ErrorCode, Owner, SetupStep } from '#lib/platform/errors/index'
import { AppError } from '#lib/platform/errors/index'
import type { CheckId } from '../schema'
import { type FaultCase, type FaultGroup, faultCase, type Mishap } from './fault-case'
import { answering, changing, failing, isDiscovery, isToAzureDevOps, isToEntra } from './on-the-way'

/** What fails alike on the way to either host, by what the system calls it. */
const reasons: readonly (readonly [what: string, cause: object, code: ErrorCode, mend: string])[] = [
  [
    'The name is not known',
    { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
    'network_name_unknown',
    'Mend the name resolution.',
  ],
  ['The name server does not answer', { code: 'EAI_AGAIN' }, 'network_name_server_silent', 'Reach the name server.'],
  [
    'The connection is refused',
    { code: 'ECONNREFUSED', address: '20.190.159.0', port: 443 },
    'network_refused',
    'Open port 443 in the firewall.',
  ],
  ['A firewall forbids the connection', { code: 'EACCES' }, 'network_refused', 'Open port 443 in the firewall.'],
  ['There is no route', { code: 'ENETUNREACH' }, 'network_no_route', 'Mend the route to the internet.'],
  ['The host is unreachable', { code: 'EHOSTUNREACH' }, 'network_no_route', 'Mend the route to the internet.'],
  [
    'A firewall drops what is sent',
    { code: 'UND_ERR_CONNECT_TIMEOUT' },
    'network_silent',
    'Have packets to port 443 let through.',
  ],
  ['The system gives up connecting', { code: 'ETIMEDOUT' }, 'network_silent', 'Have packets to port 443 let through.'],
  [
    'The other side closes without an answer',
    { code: 'UND_ERR_SOCKET' },
    'network_connection_lost',
    'Try again; ask who runs the proxy.',
  ],
  ['A pipe breaks while sending', { code: 'EPIPE' }, 'network_connection_lost', 'Try again; ask who runs the proxy.'],
  [
    'What comes back is not HTTP',
    { name: 'HTTPParserError', message: 'Response does not match the HTTP/1.1 protocol' },
    'network_answer_garbled',
    'Ask what answers there.',
  ],
  [
    'The answer is larger than 64 MiB',
    { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' },
    'network_answer_too_large',
    'Ask for less at once',
  ],
  ['What comes back cannot be unpacked', { code: 'Z_DATA_ERROR' }, 'network_answer_garbled', 'Ask what answers there.'],
  [
    'An unknown authority signed the TLS certificate',
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    'tls_not_trusted',
    'Trust the authority of the proxy.',
  ],
  [
    'A proxy’s own authority is in the chain',
    { code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    'tls_not_trusted',
    'Trust the authority of the proxy.',
  ],
  [
    'The TLS certificate has expired',
    { code: 'CERT_HAS_EXPIRED' },
    'tls_expired',
    'Have the certificate renewed, or set the clock.',
  ],
  [
    'The TLS certificate is not valid yet',
    { code: 'CERT_NOT_YET_VALID' },
    'tls_not_yet_valid',
    'Set the clock of the server.',
  ],
  [
    'The TLS certificate is for another name',
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    'tls_name_differs',
    'Find who answers in Microsoft’s place.',
  ],
  [
    'The TLS certificate is revoked',
    { code: 'CERT_REVOKED' },
    'tls_revoked',
    'Ask who runs the proxy for another certificate.',
  ],
  ['No common version of TLS', { code: 'EPROTO' }, 'tls_failed', 'Have TLS 1.2 or newer let through.'],
  [
    'No TLS at all on port 443',
    { code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
    'tls_failed',
    'Have TLS 1.2 or newer let through.',
  ],
]

/** What a proxy says to CONNECT, as undici words it. */
const proxySays = (status: number): object => ({
  cause: new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`),
})

/** Whatever the system calls it tomorrow is shown as it is. */
export const unheardOf = ({ name, check, isConcerned }: Side, code: ErrorCode): FaultCase =>
  faultCase(
    `A failure that nobody has named yet (${name})`,
    'Read the reason; check the network of the server.',
    [check, code, undefined, 'operator'],
    failing(isConcerned, { code: 'E_SOMETHING_NEW' }),
  )

/** The proxy of the suite is proxy.example:3128. */
const proxied: readonly (readonly [what: string, cause: object, code: ErrorCode, mend: string])[] = [
  [
    'The proxy refuses connections',
    { code: 'ECONNREFUSED', address: '192.0.2.7', port: 3128 },
    'proxy_unreachable',
    'Correct HTTPS_PROXY, or start the proxy.',
  ],
  [
    'The name of the proxy is not known',
    { code: 'ENOTFOUND', hostname: 'proxy.example' },
    'proxy_unreachable',
    'Correct HTTPS_PROXY, or start the proxy.',
  ],
  [
    'The proxy wants to know who asks (407)',
    proxySays(407),
    'proxy_sign_in_required',
    'Put user and password into HTTPS_PROXY.',
  ],
  ['The proxy does not let us through (403)', proxySays(403), 'proxy_refused', 'Have the host allowed at the proxy.'],
  ['The proxy does not reach the host (502)', proxySays(502), 'proxy_refused', 'Have the host allowed at the proxy.'],
]

interface Side {
  readonly name: string
  readonly check: CheckId
  readonly isConcerned: (request: Request) => boolean
}
const entra: Side = { name: 'Entra ID', check: 'network-entra', isConcerned: isToEntra }
const azureDevOps: Side = { name: 'Azure DevOps', check: 'network-azure-devops', isConcerned: isToAzureDevOps }

/** @param isExpected leaves out what has a finding of its own for this side */
export const failures = (
  { name, check, isConcerned }: Side,
  isExpected: (code: ErrorCode) => boolean = () => true,
): FaultCase[] =>
  [...reasons, ...proxied]
    .filter(([, , code]) => isExpected(code))
    .map(([what, cause, code, mend]) =>
      faultCase(`${what} (${name})`, mend, [check, code, undefined, 'operator'], failing(isConcerned, cause)),
    )

const privateAddress = ({ name, check, isConcerned }: Side): FaultCase =>
  faultCase(
    `The name leads to a private address (${name})`,
    'Mend the name resolution, or use the proxy.',
    [check, 'network_address_private', undefined, 'operator'],
    answering(isConcerned, () => {
      throw new AppError('network_address_private')
    }),
  )

const injected = (fault: NonNullable<Mishap['faults']>[number], route: string): Mishap => ({
  faults: [{ ...fault, route }],
})

/** The same for whoever waits only a moment. */
const late = (fault: Parameters<typeof injected>[0], route: string): Mishap => ({
  ...injected(fault, route),
  timeoutMs: 100,
})

const patience = 'Try again; look at the status page.'

/** The sandbox's own faults, on the way to a host. */
function broken({ name, check }: Side, route: string, timeout: ErrorCode): FaultCase[] {
  const lost = [check, 'network_connection_lost', undefined, 'operator'] as const
  const tooLate = [check, timeout, undefined, 'microsoft'] as const
  return [
    faultCase(
      `The connection is reset (${name})`,
      'Try again; ask who runs the proxy.',
      lost,
      injected({ kind: 'connection reset' }, route),
    ),
    faultCase(
      `The answer breaks off (${name})`,
      'Try again; ask who runs the proxy.',
      lost,
      injected({ kind: 'truncated body' }, route),
    ),
    faultCase(`No answer comes (${name})`, patience, tooLate, late({ kind: 'timeout' }, route)),
    faultCase(
      `The answer comes late (${name})`,
      patience,
      tooLate,
      late({ kind: 'latency', milliseconds: 5000 }, route),
    ),
    faultCase(
      `The body trickles (${name})`,
      patience,
      tooLate,
      late({ kind: 'slow body', milliseconds: 20_000 }, route),
    ),
  ]
}

const login = 'login.microsoftonline.com/**'
const proxyAnswers = 'Ask who runs the proxy.'
const unexpected = (step?: SetupStep, owner: Owner = 'operator') =>
  ['tenant', 'entra_unexpected_answer', step, owner] as const

const garbled: readonly FaultCase[] = [
  faultCase('JSON that is cut off (Entra ID)', proxyAnswers, unexpected(), injected({ kind: 'malformed JSON' }, login)),
  faultCase(
    'An empty answer (Entra ID)',
    proxyAnswers,
    unexpected(),
    answering(isToEntra, () => new Response('')),
  ),
  faultCase(
    'A page of a proxy (Entra ID)',
    proxyAnswers,
    unexpected(),
    answering(
      isToEntra,
      () => new Response('<html><title>Accept our terms</title></html>', { headers: { 'content-type': 'text/html' } }),
    ),
  ),
  faultCase(
    'A redirect of a captive portal (Entra ID)',
    proxyAnswers,
    unexpected(),
    answering(isToEntra, () => new Response(null, { status: 302, headers: { location: 'http://portal.example/' } })),
  ),
  faultCase(
    'A proxy blocks with a page (Entra ID)',
    proxyAnswers,
    unexpected(),
    answering(
      isToEntra,
      () =>
        new Response('<html><title>Blocked</title></html>', { status: 403, headers: { 'content-type': 'text/html' } }),
    ),
  ),
  faultCase(
    'A token answer without a token',
    proxyAnswers,
    ['token', 'entra_unexpected_answer', undefined, 'operator'],
    changing(
      (request) => isToEntra(request) && !isDiscovery(request),
      () => Response.json({ token_type: 'Bearer', expires_in: 3599 }),
    ),
  ),
  faultCase(
    'A server error (Entra ID)',
    'Wait, then test again.',
    ['tenant', 'entra_unavailable', 6, 'microsoft'],
    injected({ kind: 'server error', status: 503 }, login),
  ),
  faultCase(
    'A bad gateway (Entra ID)',
    'Wait, then test again.',
    ['tenant', 'entra_unavailable', 6, 'microsoft'],
    injected({ kind: 'server error', status: 502 }, login),
  ),
  faultCase(
    'A storm of 429 (Entra ID)',
    'Wait, then test again.',
    ['tenant', 'entra_throttled', 6, 'microsoft'],
    injected({ kind: 'throttled', retryAfter: 5 }, login),
  ),
  faultCase(
    'A proxy answers 407 itself (Entra ID)',
    'Put user and password into HTTPS_PROXY.',
    ['network-entra', 'proxy_sign_in_required', undefined, 'operator'],
    answering(isToEntra, () => new Response(null, { status: 407 })),
  ),
]

export const transportCases: FaultGroup = {
  title: 'The way to Microsoft',
  cases: [
    ...failures(entra),
    ...failures(azureDevOps),
    unheardOf(entra, 'entra_unreachable'),
    unheardOf(azureDevOps, 'azure_devops_unreachable'),
    privateAddress(entra),
    privateAddress(azureDevOps),
    ...broken(entra, login, 'entra_timeout'),
    ...broken(azureDevOps, 'dev.azure.com/**', 'azure_devops_timeout'),
    ...garbled,
  ],
}
