import 'server-only'
import { AppError } from '#lib/platform/errors/index'

/** What stands in an error of postgres.js (`code`) or of drizzle (`query` and, never to be logged, `params`). */
interface Failure {
  readonly name?: unknown
  readonly code?: unknown
  readonly query?: unknown
  readonly params?: unknown
  readonly cause?: unknown
}

const asFailure = (error: unknown): Failure => (typeof error === 'object' && error !== null ? error : {})

const isFromDrizzle = (error: unknown): boolean => 'params' in asFailure(error) && 'query' in asFailure(error)

/** Codes of postgres.js itself, and those of Node where the server cannot be reached. */
const connectionCode = /^(CONNECTION_|CONNECT_TIMEOUT$|ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENOTFOUND$|EAI_AGAIN$)/

/** SQLSTATE classes that blame the query and not the server: data, integrity, syntax (PostgreSQL's manual, appendix A). */
const queryIsWrong = /^(22|23|42)/

/** Drizzle's own message repeats the parameters, which may be personal or secret; only the query is kept. */
const withoutParameters = (error: unknown): unknown =>
  isFromDrizzle(error)
    ? new Error(`Query failed: ${String(asFailure(error).query)}`, { cause: asFailure(error).cause })
    : error

/**
 * Turns what the driver throws into our own error and passes everything else on as it is. A query that is wrong in
 * itself is a mistake of ours, so it stays `internal`, but loses its parameters.
 */
export function translateStorageFailure(error: unknown): unknown {
  const driver = asFailure(isFromDrizzle(error) ? asFailure(error).cause : error)
  const code = String(driver.code)
  const cause = withoutParameters(error)
  const fromServer = driver.name === 'PostgresError' && !queryIsWrong.test(code)
  return fromServer || connectionCode.test(code) ? new AppError('storage_unavailable', { cause }) : cause
}
