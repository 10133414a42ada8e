import 'server-only'

/** As undici rejects when there is no connection, or none any more. */
const fetchFailed = (message: string, cause: { readonly code: string; readonly [more: string]: unknown }): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), cause) })

/** The other side resets the connection. */
export const connectionReset = (): TypeError =>
  fetchFailed('read ECONNRESET', { code: 'ECONNRESET', errno: -104, syscall: 'read' })

/** No name server knows the name: whoever has such an address asks nobody. */
export const nameUnknown = (hostname: string): TypeError =>
  fetchFailed(`getaddrinfo ENOTFOUND ${hostname}`, {
    code: 'ENOTFOUND',
    errno: -3008,
    syscall: 'getaddrinfo',
    hostname,
  })

/** Whether an error is one that a server has to act out by ending the connection. */
export const isWithoutConnection = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  ['ECONNRESET', 'ENOTFOUND'].includes(String(error.cause.code))
