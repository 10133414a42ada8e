import type { Choice, ErrorCode, Evidence } from '#lib/platform/errors/index'

/** The problem document (RFC 9457) as our routes send it. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  /** Absent when no request of ours answered. */
  readonly requestId?: string
  readonly evidence: readonly Evidence[]
  /** The field of the form that has to be changed, where it is a single one. */
  readonly field?: string
  /** The values that the field may have, where a person has to choose. */
  readonly choices?: readonly Choice[]
  readonly retryAfter?: number
}

/** An answer of our API that is not what was asked for. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** By shape, because what comes over the wire has no class. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'remedy' in value

/** What is shown when the server said nothing that we understand: it is away, or something between us answered. */
export function unreachable(detail: string): Problem {
  return {
    status: 0,
    code: 'certboard_unreachable' satisfies ErrorCode,
    title: 'Certboard does not answer',
    detail,
    remedy: 'Check your network and try again. If others see this too, ask the person who runs this Certboard.',
    evidence: [],
  }
}

/** The problem inside whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'problem' in error && isProblem(error.problem)) {
    return error.problem
  }
  return unreachable('The request did not reach the server, or the connection broke off.')
}

export const hasCode = (error: unknown, code: ErrorCode): boolean => error !== null && problemOf(error).code === code
