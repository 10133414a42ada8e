import 'server-only'
import { constants, createHash, createPrivateKey, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto'

/** The hash behind the last three digits of an algorithm, with what stands before its value in RSASSA-PKCS1-v1_5 (RFC 8017 section 9.2). */
const hashes = {
  256: { name: 'sha256', length: 32, prefix: '3031300d060960864801650304020105000420' },
  384: { name: 'sha384', length: 48, prefix: '3041300d060960864801650304020205000430' },
  512: { name: 'sha512', length: 64, prefix: '3051300d060960864801650304020305000440' },
} as const
type Hash = (typeof hashes)[keyof typeof hashes]

export interface DigestAlgorithm {
  readonly padding: 'PKCS1' | 'PSS'
  readonly hash: Hash
}

/** `RS256` and its kin; undefined for any other name. */
export function digestAlgorithm(name: string): DigestAlgorithm | undefined {
  const [, kind, bits] = /^([RP])S(256|384|512)$/.exec(name) ?? []
  if (bits === undefined) return undefined
  const hash = Object.entries(hashes).find(([length]) => length === bits)?.[1]
  return hash && { padding: kind === 'P' ? 'PSS' : 'PKCS1', hash }
}

const hashOf = ({ name }: Hash, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** MGF1 (RFC 8017 appendix B.2.1). */
function mask(hash: Hash, seed: Uint8Array, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / hash.length) }, (_, at) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(at)
    return hashOf(hash, seed, counter)
  })
  return Buffer.concat(blocks).subarray(0, length)
}

/** EMSA-PSS (RFC 8017 section 9.1.1), its salt as long as the hash. Node itself signs only what it has hashed itself. */
function pssEncoded(digest: Uint8Array, hash: Hash, keyBits: number): Buffer {
  const bits = keyBits - 1
  const length = Math.ceil(bits / 8)
  const salt = randomBytes(hash.length)
  const value = hashOf(hash, Buffer.alloc(8), digest, salt)
  const block = Buffer.concat([Buffer.alloc(length - 2 * hash.length - 2), Buffer.from([1]), salt])
  const masked = Buffer.from(mask(hash, value, block.length).map((byte, at) => byte ^ (block[at] ?? 0)))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  const encoded = Buffer.concat([masked, value, Buffer.from([0xbc])])
  return Buffer.concat([Buffer.alloc(keyBits / 8 - length), encoded])
}

const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0

/** Signs what somebody else has hashed, as a vault does that never sees the message. */
export function signDigest(privateKey: string, { padding, hash }: DigestAlgorithm, digest: Uint8Array): Buffer {
  const key = createPrivateKey(privateKey)
  if (padding === 'PKCS1') {
    return privateEncrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([Buffer.from(hash.prefix, 'hex'), digest]),
    )
  }
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, pssEncoded(digest, hash, bitsOf(key)))
}
