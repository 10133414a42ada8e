import 'server-only'
import { X509Certificate } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { type AssertionOptions, signClientAssertion } from './client-assertion'
import type { Signer } from './signer'

/** An assertion that was made to be looked at; it was sent to nobody, and its signature is not in it. */
interface InspectedAssertion {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** Whether the public certificate verifies the signature, as Entra ID will. */
  readonly isVerified: boolean
}

async function verifies(assertion: string, { publicKey }: X509Certificate): Promise<boolean> {
  try {
    await jwtVerify(assertion, publicKey, { clockTolerance: '1 year' })
    return true
  } catch {
    return false
  }
}

/**
 * Signs an assertion as for a token and looks at it with the eyes of Entra ID, by another library than the one that
 * signed it (RFC 7519, RFC 7523 §3).
 * @throws what the signer throws
 */
export async function inspectAssertion(
  signer: Signer,
  certificatePem: string,
  options: AssertionOptions,
): Promise<InspectedAssertion> {
  const assertion = await signClientAssertion(signer, options)
  return {
    header: { ...decodeProtectedHeader(assertion) },
    claims: decodeJwt(assertion),
    isVerified: await verifies(assertion, new X509Certificate(certificatePem)),
  }
}
