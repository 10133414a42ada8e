// How the formats make a key of a password. Each asks how much work it would be before it begins.
import { hash, pbkdf2Sync, scryptSync } from 'node:crypto'
import { requireModestRounds, requireModestScrypt } from './limits.mjs'

/** In bytes; that of HMAC with SHA-512. */
const longestKey = 64

/** The size of a hash function's blocks in bytes: FIPS 180-4, figure 1. */
const blockSizeOf = (algorithm) => (/^sha(384|512)/.test(algorithm) ? 128 : 64)

/** The size of what a hash function gives, in bytes. */
export const sizeOf = (algorithm) => digestOf(algorithm, '').length

const digestOf = (algorithm, bytes) => hash(algorithm, bytes, 'buffer')

/** The bytes over and over, up to a multiple of the size; of no bytes, none. */
const filled = (bytes, size) => Buffer.alloc(Math.ceil(bytes.length / size) * size, bytes)

/** Adds a number, and one, to each piece of its size; what carries over the piece's beginning is forgotten. */
function addToPieces(pieces, number) {
  for (let end = pieces.length; end > 0; end -= number.length) {
    let carry = 1
    for (let back = 1; back <= number.length; back++) {
      const sum = pieces[end - back] + number[number.length - back] + carry
      pieces[end - back] = sum & 0xff
      carry = sum >> 8
    }
  }
}

/**
 * RFC 7292 appendix B.2.
 * @param purpose 1 for a key, 2 for an initialisation vector, 3 for the key of a MAC
 */
export function pkcs12Key({ algorithm, purpose, password, salt, rounds, size }) {
  requireModestRounds(rounds)
  const blockSize = blockSizeOf(algorithm)
  const diversifier = Buffer.alloc(blockSize, purpose)
  const input = Buffer.concat([filled(salt, blockSize), filled(password, blockSize)])
  let key = Buffer.alloc(0)
  while (key.length < size) {
    let digest = Buffer.concat([diversifier, input])
    for (let round = 0; round < rounds; round++) digest = digestOf(algorithm, digest)
    key = Buffer.concat([key, digest])
    addToPieces(input, filled(digest, blockSize).subarray(0, blockSize))
  }
  return key.subarray(0, size)
}

/** RFC 8018 section 5.1: the key and the initialisation vector of PBES1 in a row. */
export function pbkdf1Key({ algorithm, password, salt, rounds, size }) {
  requireModestRounds(rounds)
  let digest = Buffer.concat([password, salt])
  for (let round = 0; round < rounds; round++) digest = digestOf(algorithm, digest)
  return digest.subarray(0, size)
}

/** RFC 8018 section 5.2. For a MAC the file also chooses the length of the key, which may be worth more rounds. */
export function pbkdf2Key({ algorithm, password, salt, rounds, size }) {
  requireModestRounds(rounds * Math.ceil(size / longestKey))
  return pbkdf2Sync(password, salt, rounds, size, algorithm)
}

/** RFC 7914. */
export function scryptKey({ password, salt, cost, size }) {
  requireModestScrypt(cost)
  return scryptSync(password, salt, size, { ...cost, maxmem: 2 ** 28 })
}

/** What OpenSSL's old PEM keys use: EVP_BytesToKey with MD5 and one round. */
export function opensslKey({ password, salt, size }) {
  let key = Buffer.alloc(0)
  let digest = Buffer.alloc(0)
  while (key.length < size) {
    digest = digestOf('md5', Buffer.concat([digest, password, salt]))
    key = Buffer.concat([key, digest])
  }
  return key.subarray(0, size)
}
