import 'server-only'
import { createPrivateKey } from 'node:crypto'
import type { Signer } from '#lib/platform/entra/signer'
import type { Certificate } from './schema'
import { signBytes } from './signature'
import { type CertificatesContext, selectCertificate, toCertificate, unsealKey } from './store'

/** Signs with the private key of a stored certificate, and says what certificate it is. */
export interface CertificateSigner extends Signer {
  readonly certificate: Certificate
  readonly certificatePem: string
}

/**
 * Unseals the private key once and keeps it in memory, where it can be used but not read. It takes a workspace and not
 * a member: whoever may use a connection signs with its certificate, and the connection's verbs ask for the role.
 * @throws not_found, vault_unsealable, storage_unavailable
 */
export async function certificateSigner(
  context: CertificatesContext,
  workspaceId: string,
  id: string,
): Promise<CertificateSigner> {
  const row = await selectCertificate(context.db, workspaceId, id)
  const key = createPrivateKey(await unsealKey(context, row))
  const certificate = toCertificate(row)
  return {
    thumbprintSha1: certificate.thumbprintSha1,
    thumbprintSha256: certificate.thumbprintSha256,
    certificate,
    certificatePem: row.certificatePem,
    sign: (algorithm, bytes) => signBytes(key, algorithm, bytes),
  }
}
