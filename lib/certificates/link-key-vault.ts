import 'server-only'
import { verify, X509Certificate } from 'node:crypto'
import { type Member, requireRole } from '#lib/platform/access'
import type { Signer } from '#lib/platform/entra/signer'
import { AppError, inField } from '#lib/platform/errors/index'
import { openVault, type SigningContext, vaultSign } from './key-vault'
import { requireAcceptable } from './require-usable'
import type { Certificate, KeyVaultPlace, LinkKeyVaultInput } from './schema'
import { paddingOf } from './signature'
import { certificateSigner } from './signer'
import { insertVaultCertificate } from './store'

/** @throws key_vault_answer_unexpected */
function readCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch (cause) {
    throw new AppError('key_vault_answer_unexpected', { detail: 'Its certificate cannot be read.', cause })
  }
}

/** The right to sign and the key itself are only known by using them. */
async function requireSignature({ publicKey: key }: X509Certificate, sign: Signer['sign']): Promise<void> {
  const bytes = Buffer.from('certboard')
  const signature = await sign('PS256', bytes)
  if (!verify('sha256', bytes, { key, ...paddingOf.PS256 }, signature)) throw new AppError('key_vault_signature_wrong')
}

/**
 * Takes a certificate in a key vault as one of the workspace's: reads its public part, makes sure that Entra ID would
 * accept it, and has the vault sign once. The key stays there. What is stored is the version that was read: a newer one is
 * another certificate, which the app registration does not know yet.
 * @throws role_insufficient; not_found for the caller's certificate; what the vault and its caller raise (key_vault_…,
 * managed_identity_…, AADSTS…, host_not_allowed); what `requireAcceptable` raises; storage_unavailable
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
  const certificate = readCertificate(der)
  await inField('certificateName', () => requireAcceptable(certificate, Date.now()))
  await requireSignature(certificate, vaultSign(vault, place))
  return insertVaultCertificate(context, member.workspaceId, { name: label, place, certificate })
}
