import 'server-only'
import { X509Certificate } from 'node:crypto'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import { factsOf } from './facts'
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
  const { version, certificate } = await vault.getCertificate(keyVault.name)
  const { notAfter, thumbprintSha1 } = factsOf(new X509Certificate(certificate))
  return { version, isLinked: version === keyVault.version, notAfter, thumbprintSha1 }
}
