import type { ErrorCode } from '../../errors/index'

/** One or two files as a person chooses them, and what becomes of them. */
export interface Variant {
  readonly what: string
  readonly file: string
  readonly keyFile?: string
  readonly password?: string
  /** The certificate whose SHA-256 thumbprint is sent along. */
  readonly chosen?: string
  /** The certificate that is found with its key, or why none is. */
  readonly outcome: `${string}.pem` | ErrorCode
  /** Only keytool makes this file. */
  readonly needsKeytool?: true
}
