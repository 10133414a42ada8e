import 'server-only'
import { createPrivateKey } from 'node:crypto'
import type { Signer } from '#lib/platform/entra/signer'
import { openVault, type SigningContext, vaultSign } from './key-vault'
import type { Certificate } from './schema'
import { signBytes } from './signature'
import { type CertificateRow, selectCertificate, toCertificate, unsealKey } from './store'

/** Signs with the private key of a stored certificate, and says what certificate it is. */
export interface CertificateSigner extends Signer {
  readonly certificate: Certificate
  readonly certificatePem: string
}

async function signOf(
  context: SigningContext,
  row: CertificateRow,
  { keyVault }: Certificate,
): Promise<Signer['sign']> {
  if (keyVault) {
    const signerOf = (id: string) => certificateSigner(context, row.workspaceId, id)
    return async (algorithm, bytes) =>
      vaultSign(await openVault(context, keyVault, signerOf), keyVault)(algorithm, bytes)
  }
  const key = createPrivateKey(await unsealKey(context, row))
  return (algorithm, bytes) => signBytes(key, algorithm, bytes)
}

/**
 * Unseals the private key once and keeps it in memory, where it can be used but not read. Where the key is in a key vault,
 * nobody is called before there is something to sign, and what goes wrong then is what signing rejects with. It takes a workspace and not a member: whoever may use a
 * connection signs with its certificate, and the connection's verbs ask for the role.
 * @throws not_found, vault_unsealable, storage_unavailable
 */
export async function certificateSigner(
  context: SigningContext,
  workspaceId: string,
  id: string,
): Promise<CertificateSigner> {
  const row = await selectCertificate(context.db, workspaceId, id)
  const certificate = toCertificate(row)
  return {
    thumbprintSha1: certificate.thumbprintSha1,
    thumbprintSha256: certificate.thumbprintSha256,
    certificate,
    certificatePem: row.certificatePem,
    sign: await signOf(context, row, certificate),
  }
}
