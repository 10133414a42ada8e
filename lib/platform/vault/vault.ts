import 'server-only'
import { base64url, CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'
import { AppError } from '#lib/platform/errors/index'

/** A sealing key: 32 bytes, and the name under which sealed values refer to it. */
export interface VaultKey {
  readonly kid: string
  readonly key: Uint8Array
}

/**
 * Seals secrets for storage. A sealed value opens only for the purpose and the row it was sealed for, so a row that is
 * copied over another one stays shut.
 */
export interface Vault {
  /** Seals with the newest key. */
  seal(purpose: string, row: string, secret: string): Promise<string>
  /** @throws vault_unsealable when the value was changed, moved, or sealed with a key that is not here */
  unseal(purpose: string, row: string, sealed: string): Promise<string>
  /** Whether the value was sealed with an older key than the newest. */
  needsResealing(sealed: string): boolean
}

/** `kid:key` pairs separated by commas, newest first; each key is 32 bytes in base64url. */
export const parseVaultKeys = (text: string): VaultKey[] =>
  text.split(',').map((pair) => {
    const [kid = '', key = ''] = pair.split(':')
    return { kid, key: base64url.decode(key) }
  })

/**
 * JWE compact serialization (RFC 7516), `dir` with A256GCM. Purpose and row stand in the protected header, which
 * A256GCM authenticates together with the content.
 */
export function createVault(keys: readonly VaultKey[]): Vault {
  const [newest] = keys
  if (!newest) throw new Error('The vault needs at least one key.')

  const keyFor = (kid: unknown) => {
    const found = keys.find((key) => key.kid === kid)
    if (!found) throw new AppError('vault_unsealable', { cause: new Error(`unknown kid ${String(kid)}`) })
    return found.key
  }

  const open = async (sealed: string) => {
    try {
      return await compactDecrypt(sealed, ({ kid }) => keyFor(kid), { keyManagementAlgorithms: ['dir'] })
    } catch (cause) {
      throw new AppError('vault_unsealable', { cause })
    }
  }

  return {
    async seal(purpose, row, secret) {
      const header = { alg: 'dir', enc: 'A256GCM', kid: newest.kid, purpose, row }
      return await new CompactEncrypt(new TextEncoder().encode(secret)).setProtectedHeader(header).encrypt(newest.key)
    },
    async unseal(purpose, row, sealed) {
      const { plaintext, protectedHeader } = await open(sealed)
      if (protectedHeader.purpose !== purpose || protectedHeader.row !== row) {
        throw new AppError('vault_unsealable', { cause: new Error('sealed for another purpose or row') })
      }
      return new TextDecoder().decode(plaintext)
    },
    needsResealing: (sealed) => decodeProtectedHeader(sealed).kid !== newest.kid,
  }
}
