import 'server-only'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { signBytes } from '#lib/platform/entra/signature'
import type { Signer } from '#lib/platform/entra/signer'
import { newestVaultVersion, vaultSign } from '#lib/platform/key-vault/linked-certificate'
import { folderSign } from './folder/sign'
import { openVault, type SigningContext } from './key-vault'
import type { Certificate, KeyVaultPlace, NewestVersion } from './schema'
import { type CertificateRow, selectCertificate, toCertificate, unsealKey } from './store'

/** Signs with the private key of a stored certificate, and says what certificate it is. */
export interface CertificateSigner extends Signer {
  readonly certificate: Certificate
  readonly certificatePem: string
  /** Asks the key vault that has the key; absent where the key is elsewhere. */
  readonly newestVersion?: () => Promise<NewestVersion>
}

type Key = Pick<CertificateSigner, 'sign' | 'newestVersion'>

function keyInVault(
  context: SigningContext,
  { workspaceId, certificatePem }: CertificateRow,
  place: KeyVaultPlace,
): Key {
  const { publicKey } = new X509Certificate(certificatePem)
  const open = () => openVault(context, place, (id) => certificateSigner(context, workspaceId, id))
  return {
    sign: async (algorithm, bytes) => vaultSign(await open(), { ...place, publicKey })(algorithm, bytes),
    newestVersion: async () => newestVaultVersion(await open(), place),
  }
}

async function keyOf(context: SigningContext, row: CertificateRow, certificate: Certificate): Promise<Key> {
  const { keyVault, folderFile: file, thumbprintSha256 } = certificate
  if (file !== undefined) return { sign: folderSign(context, { file, thumbprintSha256 }) }
  if (keyVault) return keyInVault(context, row, keyVault)
  const key = createPrivateKey(await unsealKey(context, row))
  return { sign: (algorithm, bytes) => signBytes(key, algorithm, bytes) }
}

/**
 * Unseals the private key once and keeps it in memory, where it can be used but not read. Where the key is in a key vault
 * or in the operator's folder, nobody asks for it before there is something to sign, and what goes wrong then is what
 * signing rejects with. It takes a workspace and not a member: whoever may use a connection signs with its certificate,
 * and the connection's verbs ask for the role.
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
    ...(await keyOf(context, row, certificate)),
  }
}
