import 'server-only'
import { constants, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { SigningAlgorithm } from './signer'

/** With a callback, Node signs in its thread pool and the server goes on. */
const signInThreadPool = promisify(sign)

/** RFC 7518 section 3.5 (PS256: salt as long as the hash) and section 3.3 (RS256). */
export const paddingOf: Readonly<Record<SigningAlgorithm, { readonly padding: number; readonly saltLength?: number }>> =
  {
    PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    RS256: { padding: constants.RSA_PKCS1_PADDING },
  }

export const signBytes = (key: KeyObject, algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array> =>
  signInThreadPool('sha256', bytes, { key, ...paddingOf[algorithm] })
