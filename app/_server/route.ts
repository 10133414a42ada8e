import 'server-only'
import type { AppError } from '#lib/platform/errors/index'
import { describe } from '#lib/platform/errors/index'
import { createRoute } from '#lib/platform/http/route'
import { log } from '#lib/platform/log'
import { translateStorageFailure } from '#lib/platform/storage/failure'
import { publicOrigin, requireMember } from './session'

/** What went wrong on our side is an error; what a person can mend is worth a line. */
function logFailure(error: AppError, request: Request, requestId: string): void {
  const line = { requestId, code: error.code, method: request.method, path: new URL(request.url).pathname, err: error }
  if (describe(error.code).status >= 500) log().error(line, error.code)
  else log().info(line, error.code)
}

/** Every route handler of the application is made by this. */
export const route = createRoute({
  authenticate: requireMember,
  publicOrigin,
  translate: translateStorageFailure,
  logFailure,
})
