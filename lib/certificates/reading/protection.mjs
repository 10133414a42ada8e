// Opens what a password protects, by the AlgorithmIdentifier that stands before it.
import { cipherOf, hashOf } from './algorithms.mjs'
import { bytesOf, childrenOf, countOf, isSequence, oidOf } from './asn1.mjs'
import { ciphers, decipher } from './ciphers.mjs'
import { pbkdf1Key, pbkdf2Key, pkcs12Key, scryptKey } from './derive.mjs'
import { refuse } from './refusal.mjs'

const pbkdf2 = '1.2.840.113549.1.5.12'
const scrypt = '1.3.6.1.4.1.11591.4.11'

const pbes2 = '1.2.840.113549.1.5.13'
/** PBES1: RFC 8018 appendix A.3. */
const pbes1 = {
  '1.2.840.113549.1.5.3': { algorithm: 'md5', cipher: 'des-cbc' },
  '1.2.840.113549.1.5.6': { algorithm: 'md5', cipher: 'rc2-64-cbc' },
  '1.2.840.113549.1.5.10': { algorithm: 'sha1', cipher: 'des-cbc' },
  '1.2.840.113549.1.5.11': { algorithm: 'sha1', cipher: 'rc2-64-cbc' },
}
/** RFC 7292 appendix C, without its RC4. */
const pkcs12 = {
  '1.2.840.113549.1.12.1.3': 'des-ede3-cbc',
  '1.2.840.113549.1.12.1.4': 'des-ede-cbc',
  '1.2.840.113549.1.12.1.5': 'rc2-cbc',
  '1.2.840.113549.1.12.1.6': 'rc2-40-cbc',
}

/** PBKDF2-params; the hash function is SHA-1 where none is named. */
export function keyByPbkdf2(parameters, password, size) {
  const [salt, rounds, ...rest] = childrenOf(parameters)
  const prf = rest.find(isSequence)
  const algorithm = prf ? hashOf(childrenOf(prf)[0]) : 'sha1'
  return pbkdf2Key({ algorithm, password: password.utf8, salt: bytesOf(salt), rounds: countOf(rounds), size })
}

function keyByScrypt(parameters, password, size) {
  const [salt, ...numbers] = childrenOf(parameters)
  const [N, r, p] = numbers.map(countOf)
  return scryptKey({ password: password.utf8, salt: bytesOf(salt), cost: { N, r, p }, size })
}

function openPbes2(parameters, password, bytes) {
  const [derivation, encryption] = childrenOf(parameters).map(childrenOf)
  const cipher = cipherOf(encryption[0])
  const deriveBy = { [pbkdf2]: keyByPbkdf2, [scrypt]: keyByScrypt }[oidOf(derivation[0])]
  if (!deriveBy) refuse('certificate_encryption_unsupported')
  const key = deriveBy(derivation[1], password, ciphers[cipher].keySize)
  return decipher(cipher, key, bytesOf(encryption[1]), bytes)
}

/** The parameters of every older scheme. */
function saltAndRounds(parameters) {
  const [salt, rounds] = childrenOf(parameters)
  return { salt: bytesOf(salt), rounds: countOf(rounds) }
}

function openPbes1({ algorithm, cipher }, parameters, password, bytes) {
  const both = pbkdf1Key({ algorithm, password: password.utf8, ...saltAndRounds(parameters), size: 16 })
  return decipher(cipher, both.subarray(0, 8), both.subarray(8), bytes)
}

function openPkcs12(cipher, parameters, password, bytes) {
  const { keySize, blockSize } = ciphers[cipher]
  const derived = (purpose, size) =>
    pkcs12Key({ algorithm: 'sha1', purpose, password: password.bmp, ...saltAndRounds(parameters), size })
  return decipher(cipher, derived(1, keySize), derived(2, blockSize), bytes)
}

/**
 * @param password its bytes, `utf8` and `bmp`
 * @returns the SEQUENCE that was protected
 * @throws Refusal certificate_password_wrong, certificate_file_too_costly, certificate_encryption_unsupported
 */
export function decrypt(algorithm, password, bytes) {
  const [identifier, parameters] = childrenOf(algorithm)
  const oid = oidOf(identifier)
  if (oid === pbes2) return openPbes2(parameters, password, bytes)
  if (oid in pbes1) return openPbes1(pbes1[oid], parameters, password, bytes)
  if (oid in pkcs12) return openPkcs12(pkcs12[oid], parameters, password, bytes)
  return refuse('certificate_encryption_unsupported')
}
