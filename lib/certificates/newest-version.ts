import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import { newestVaultVersion } from '#lib/platform/key-vault/linked-certificate'
import { openVault, type SigningContext } from './key-vault'
import type { NewestVersion } from './schema'
import { certificateSigner } from './signer'
import { selectCertificate, toCertificate } from './store'

/**
 * Asks the key vault of a certificate for its newest version, which may be another one than the one that signs.
 * @throws role_insufficient; not_found, also for a certificate that is in no vault; what the vault and its caller raise
 */
export async function newestVersion(context: SigningContext, member: Member, id: string): Promise<NewestVersion> {
  requireRole(member, 'viewer')
  const { keyVault } = toCertificate(await selectCertificate(context.db, member.workspaceId, id))
  if (!keyVault) throw new AppError('not_found', { detail: 'The key of this certificate is in no key vault.' })
  const vault = await openVault(context, keyVault, (caller) => certificateSigner(context, member.workspaceId, caller))
  return await newestVaultVersion(vault, keyVault)
}
