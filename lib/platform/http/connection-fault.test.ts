import { expect, test } from 'vitest'
import { connectionFault, isPassingFault } from './connection-fault'

const host = 'dev.azure.com'
const fetchFailed = (cause: object) => new TypeError('fetch failed', { cause: Object.assign(new Error('why'), cause) })
const faultOf = (cause: unknown) => connectionFault(cause, host, 'azure_devops_unreachable')

test.each([
  ['ENOTFOUND', 'network_name_unknown'],
  ['EAI_AGAIN', 'network_name_server_silent'],
  ['ECONNREFUSED', 'network_refused'],
  ['ENETUNREACH', 'network_no_route'],
  ['EHOSTUNREACH', 'network_no_route'],
  ['ETIMEDOUT', 'network_silent'],
  ['UND_ERR_CONNECT_TIMEOUT', 'network_silent'],
  ['ECONNRESET', 'network_connection_lost'],
  ['EPIPE', 'network_connection_lost'],
  ['UND_ERR_SOCKET', 'network_connection_lost'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'network_answer_too_large'],
  ['ERR_BUFFER_TOO_LARGE', 'network_answer_too_large'],
  ['HPE_INVALID_CONSTANT', 'network_answer_garbled'],
  ['Z_DATA_ERROR', 'network_answer_garbled'],
  ['CERT_HAS_EXPIRED', 'tls_expired'],
  ['CERT_NOT_YET_VALID', 'tls_not_yet_valid'],
  ['CERT_REVOKED', 'tls_revoked'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_name_differs'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls_not_trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_not_trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls_not_trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls_not_trusted'],
  ['CERT_UNTRUSTED', 'tls_not_trusted'],
  ['EPROTO', 'tls_failed'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_failed'],
  ['E_SOMETHING_NEW', 'azure_devops_unreachable'],
])('a connection that fails by %s is %s, with the system’s reason', (reason, code) => {
  const { code: found, evidence } = faultOf(fetchFailed({ code: reason }))
  expect(found).toBe(code)
  expect(evidence).toEqual([
    { label: 'Host', value: host },
    { label: 'Reason', value: reason },
  ])
})

test('what is behind “fetch failed” is shown even where it has no code', () => {
  const { code, evidence } = faultOf(new TypeError('fetch failed', { cause: new Error('The moon is full') }))
  expect(code).toBe('azure_devops_unreachable')
  expect(evidence).toContainEqual({ label: 'Reason', value: 'The moon is full' })
})

test('the address that was tried is shown', () => {
  const { evidence } = faultOf(fetchFailed({ code: 'ECONNREFUSED', address: '13.107.42.20', port: 443 }))
  expect(evidence).toContainEqual({ label: 'Address', value: '13.107.42.20:443' })
})

test.each([
  ['Proxy response (407) !== 200 when HTTP Tunneling', 'proxy_sign_in_required'],
  ['Proxy response (403) !== 200 when HTTP Tunneling', 'proxy_refused'],
])('“%s” is %s', (message, code) => {
  expect(faultOf(new Error('Request was cancelled.', { cause: new Error(message) })).code).toBe(code)
})

test('a refused connection to the proxy is not one to Microsoft', () => {
  const proxied = (cause: object) =>
    connectionFault(fetchFailed(cause), host, 'azure_devops_unreachable', 'http://proxy.example:3128').code
  const refused = { code: 'ECONNREFUSED', address: '192.0.2.7', port: 3128 }
  expect(proxied(refused)).toBe('proxy_unreachable')
  expect(proxied({ code: 'ENOTFOUND', hostname: 'proxy.example' })).toBe('proxy_unreachable')
  expect(proxied({ ...refused, port: 443 })).toBe('network_refused')
})

test('what will be the same a second later is not tried again', () => {
  const isPassing = (code: string) => isPassingFault(faultOf(fetchFailed({ code })))
  expect(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'EPROTO'].filter(isPassing)).toEqual([])
  expect(['EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'E_NEW'].filter(isPassing)).toHaveLength(4)
})
