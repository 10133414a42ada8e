import 'server-only'
import { AppError, describe, isAppError } from '#lib/platform/errors/index'

/** The problem document (RFC 9457) that carries an error to the browser: the catalog's words, never the cause's. */
interface Problem {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly requestId: string
  readonly evidence: AppError['evidence']
  readonly field?: string
  readonly choices?: AppError['choices']
  readonly retryAfter?: number
}

/** Anything that is not ours is `internal`; its text stays in the log. */
export const toAppError = (error: unknown): AppError =>
  isAppError(error) ? error : new AppError('internal', { cause: error })

function problemOf(error: AppError, requestId: string): Problem {
  const entry = describe(error.code)
  return {
    type: `/help/${error.code}`,
    status: entry.status,
    code: error.code,
    title: entry.title,
    detail: error.detail ?? entry.cause,
    remedy: entry.remedy,
    requestId,
    evidence: error.evidence,
    ...(error.field === undefined ? {} : { field: error.field }),
    ...(error.choices.length === 0 ? {} : { choices: error.choices }),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
  }
}

export function problemResponse(error: AppError, requestId: string): Response {
  const problem = problemOf(error, requestId)
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (problem.retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(problem.retryAfter)))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
