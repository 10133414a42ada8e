import 'server-only'

export type SigningAlgorithm = 'PS256' | 'RS256'

/**
 * Signs with a certificate's private key without ever handing it out: a sealed key today, a key vault tomorrow.
 * Thumbprints are those of the certificate's DER bytes, as upper-case hex.
 */
export interface Signer {
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
  sign(algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array>
}
