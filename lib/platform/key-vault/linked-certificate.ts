import 'server-only'
import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { paddingOf } from '#lib/platform/entra/signature'
import type { Signer } from '#lib/platform/entra/signer'
import { AppError } from '#lib/platform/errors/index'
import type { KeyVault } from './key-vault'

/** The one version of a certificate in a vault that was linked: a newer one is another certificate. */
interface LinkedCertificate {
  readonly name: string
  readonly version: string
  /** Of the certificate as it was read when it was linked. */
  readonly publicKey: KeyObject
}

/** What a vault has as the newest version of a certificate. */
export interface NewestVersion {
  readonly version: string
  /** Whether it is the one that signs. */
  readonly isLinked: boolean
  /** ISO 8601. */
  readonly notAfter: string
  readonly thumbprintSha1: string
}

/** @throws key_vault_answer_unexpected */
export function readVaultCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch (cause) {
    throw new AppError('key_vault_answer_unexpected', { detail: 'Its certificate cannot be read.', cause })
  }
}

/**
 * Only the digest goes to the vault, and always to the linked version. What comes back is verified before anybody relies
 * on it: Entra ID would only say that it is wrong.
 * @throws (when it signs) key_vault_signature_wrong; what the vault and its caller raise
 */
export const vaultSign =
  (vault: Pick<KeyVault, 'sign'>, { name, version, publicKey: key }: LinkedCertificate): Signer['sign'] =>
  async (algorithm, bytes) => {
    const digest = createHash('sha256').update(bytes).digest()
    const signature = await vault.sign(name, version, algorithm, digest)
    if (verify('sha256', bytes, { key, ...paddingOf[algorithm] }, signature)) return signature
    const evidence = [{ label: 'Key', value: `${name}/${version}` }]
    throw new AppError('key_vault_signature_wrong', { evidence })
  }

/** @throws key_vault_answer_unexpected; what the vault and its caller raise */
export async function newestVaultVersion(
  vault: Pick<KeyVault, 'getCertificate'>,
  linked: Pick<LinkedCertificate, 'name' | 'version'>,
): Promise<NewestVersion> {
  const { version, certificate } = await vault.getCertificate(linked.name)
  const { validTo, fingerprint } = readVaultCertificate(certificate)
  return {
    version,
    isLinked: version === linked.version,
    notAfter: new Date(validTo).toISOString(),
    thumbprintSha1: fingerprint.replaceAll(':', ''),
  }
}
