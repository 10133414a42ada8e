import { constants, generateKeyPairSync, sign } from 'node:crypto'
import type { Signer } from '#lib/platform/entra/signer'

/** A signer with a key of its own. The thumbprints are made up: Entra ID's part in comparing them is the sandbox's. */
export function createTestSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const padding = { PS256: constants.RSA_PKCS1_PSS_PADDING, RS256: constants.RSA_PKCS1_PADDING }
  const signer: Signer = {
    thumbprintSha1: '0123456789ABCDEF0123456789ABCDEF01234567',
    thumbprintSha256: 'FEDCBA9876543210FEDCBA9876543210FEDCBA9876543210FEDCBA9876543210',
    async sign(algorithm, bytes) {
      const saltLength = algorithm === 'PS256' ? { saltLength: 32 } : {}
      return sign('sha256', bytes, { key: privateKey, padding: padding[algorithm], ...saltLength })
    },
  }
  return { signer, publicKey }
}
