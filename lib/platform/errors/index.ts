/**
 * What can go wrong, as codes. A code is permanent: people search for it, links point to `/help/[code]`,
 * tests assert it. Everything else here (titles, remedies) may be reworded at any time.
 */
import { azureDevOpsErrors } from './azure-devops'
import { ownErrors } from './certboard'
import { certificateErrors } from './certificates'
import { consoleErrors } from './console'
import { entraErrors } from './entra'
import type { CatalogEntry } from './entry'
import { keyVaultErrors } from './key-vault'
import { keyVaultCallerErrors } from './key-vault-caller'
import { networkErrors } from './network'
import { notifyErrors } from './notify'

export type { CatalogEntry, Owner, SetupStep } from './entry'

export const catalog = {
  ...ownErrors,
  ...certificateErrors,
  ...networkErrors,
  ...notifyErrors,
  ...entraErrors,
  ...azureDevOpsErrors,
  ...keyVaultErrors,
  ...consoleErrors,
  ...keyVaultCallerErrors,
}

export type ErrorCode = keyof typeof catalog

/** One fact that shows why a finding was made: what was looked at, and what was there. */
export interface Evidence {
  readonly label: string
  readonly value: string
}

/** One of the answers to a question that only a person can decide: what to send, how it is called, what is known of it. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly facts: readonly Evidence[]
}

interface AppErrorOptions {
  /** A sentence about this very occurrence, safe to show. */
  readonly detail?: string | undefined
  readonly evidence?: readonly Evidence[]
  /** The field of the request that has to be changed, by its path. */
  readonly field?: string | undefined
  /** The values that the field may have, where the request has to say which. */
  readonly choices?: readonly Choice[]
  /** For the log only; never sent to a browser. */
  readonly cause?: unknown
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number | undefined
}

const brand = Symbol.for('certboard.error')

/** The only error that Certboard's own code throws. Recognise it with `isAppError` and `code`, never by `instanceof`. */
export class AppError extends Error {
  readonly [brand] = true
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly detail: string | undefined
  readonly evidence: readonly Evidence[]
  readonly field: string | undefined
  readonly choices: readonly Choice[]
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause })
    this.code = code
    this.detail = options.detail
    this.evidence = options.evidence ?? []
    this.field = options.field
    this.choices = options.choices ?? []
    this.retryAfter = options.retryAfter
  }
}

/** Next loads a module several times in one process, so a class is not an identity; a registered symbol is. */
export const isAppError = (value: unknown): value is AppError =>
  typeof value === 'object' && value !== null && brand in value

/**
 * What `act` gives. What it throws is said to be about a field of the request, unless it names one itself.
 */
export async function inField<Value>(field: string, act: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await act()
  } catch (error) {
    throw isAppError(error)
      ? new AppError(error.code, { ...error, cause: error.cause, field: error.field ?? field })
      : error
  }
}

export const isErrorCode = (value: string): value is ErrorCode => Object.hasOwn(catalog, value)

export const describe = (code: ErrorCode): CatalogEntry => catalog[code]
