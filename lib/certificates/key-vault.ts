import 'server-only'
import type { Signer } from '#lib/platform/entra/signer'
import type { KeyVault } from '#lib/platform/key-vault/key-vault'
import type { KeyVaultPlace } from './schema'
import type { CertificatesContext } from './store'

/** Whoever calls a vault: the server as what it is in Azure, or an app that signs in with a certificate of its own. */
export type KeyVaultCaller =
  | { readonly kind: 'managed identity' }
  | {
      readonly kind: 'certificate'
      readonly tokenUrl: string
      readonly clientId: string
      readonly signer: Signer
    }

/**
 * Opens a vault as its caller, with one token for all who use it so. The application knows the way there.
 * @throws managed_identity_not_allowed
 */
export type OpenKeyVault = (
  place: Pick<KeyVaultPlace, 'vaultUrl' | 'sandbox'>,
  caller: KeyVaultCaller,
) => Promise<KeyVault>

/** What the verbs work with that sign, or prepare to. */
export interface SigningContext extends CertificatesContext {
  readonly openKeyVault: OpenKeyVault
}

type SignerOf = (certificateId: string) => Promise<Signer>

async function callerOf({ caller }: KeyVaultPlace, signerOf: SignerOf): Promise<KeyVaultCaller> {
  if (caller.kind === 'managed identity') return caller
  const { kind, certificateId, tokenUrl, clientId } = caller
  return { kind, tokenUrl, clientId, signer: await signerOf(certificateId) }
}

/** @param signerOf signs for a caller that has a certificate of its own, by the ID of that one */
export const openVault = async (
  { openKeyVault }: SigningContext,
  place: KeyVaultPlace,
  signerOf: SignerOf,
): Promise<KeyVault> => openKeyVault(place, await callerOf(place, signerOf))
