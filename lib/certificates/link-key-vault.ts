import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { inField } from '#lib/platform/errors/index'
import { readVaultCertificate, vaultSign } from '#lib/platform/key-vault/linked-certificate'
import { openVault, type SigningContext } from './key-vault'
import { requireAcceptable } from './require-usable'
import type { Certificate, KeyVaultPlace, LinkKeyVaultInput } from './schema'
import { certificateSigner } from './signer'
import { insertVaultCertificate } from './store'

/**
 * Takes a certificate in a key vault as one of the workspace's: reads its public part, makes sure that Entra ID would
 * accept it, and has the vault sign once. The key stays there. What is stored is the version that was read: a newer one is
 * another certificate, which the app registration does not know yet.
 * @throws role_insufficient; not_found for the caller's certificate; what the vault and its caller raise (key_vault_…,
 * managed_identity_…, network_…); what `requireAcceptable` raises; storage_unavailable
 */
export async function linkKeyVault(
  context: SigningContext,
  member: Member,
  { label, ...wish }: LinkKeyVaultInput,
): Promise<Certificate> {
  requireRole(member, 'editor')
  const asked = { version: '', ...wish }
  const vault = await openVault(context, asked, (id) => certificateSigner(context, member.workspaceId, id))
  const { certificate: der, version } = await vault.getCertificate(wish.name, wish.version)
  const place: KeyVaultPlace = { ...asked, version }
  const certificate = readVaultCertificate(der)
  await inField('certificateName', () => requireAcceptable(certificate, Date.now()))
  // The right to sign and the key itself are only known by using them.
  await vaultSign(vault, { ...place, publicKey: certificate.publicKey })('PS256', Buffer.from('certboard'))
  return insertVaultCertificate(context, member.workspaceId, { name: label, place, certificate })
}
