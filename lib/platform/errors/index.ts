/**
 * What can go wrong, as codes. A code is permanent: people search for it, links point to `/help/[code]`,
 * tests assert it. Everything else here (titles, remedies) may be reworded at any time.
 */
import { azureDevOpsErrors } from './azure-devops'
import { ownErrors } from './certboard'
import { certificateErrors } from './certificates'
import { entraErrors } from './entra'
import type { CatalogEntry } from './entry'

export type { CatalogEntry, SetupStep } from './entry'

export const catalog = { ...ownErrors, ...certificateErrors, ...entraErrors, ...azureDevOpsErrors }

export type ErrorCode = keyof typeof catalog

/** One fact that shows why a finding was made: what was looked at, and what was there. */
export interface Evidence {
  readonly label: string
  readonly value: string
}

interface AppErrorOptions {
  /** A sentence about this very occurrence, safe to show. */
  readonly detail?: string
  readonly evidence?: readonly Evidence[]
  /** For the log only; never sent to a browser. */
  readonly cause?: unknown
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
}

const brand = Symbol.for('certboard.error')

/** The only error that Certboard's own code throws. Recognise it with `isAppError` and `code`, never by `instanceof`. */
export class AppError extends Error {
  readonly [brand] = true
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly evidence: readonly Evidence[]
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause })
    this.code = code
    this.detail = options.detail
    this.evidence = options.evidence ?? []
    this.retryAfter = options.retryAfter
  }
}

/** Next loads a module several times in one process, so a class is not an identity; a registered symbol is. */
export const isAppError = (value: unknown): value is AppError =>
  typeof value === 'object' && value !== null && brand in value

export const isErrorCode = (value: string): value is ErrorCode => Object.hasOwn(catalog, value)

export const describe = (code: ErrorCode): CatalogEntry => catalog[code]
