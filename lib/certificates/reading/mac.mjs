// The checksum of a PFX file: RFC 7292 section 4, and RFC 9579, whose key comes from PBKDF2.
import { createHmac } from 'node:crypto'
import { hashOf } from './algorithms.mjs'
import { bytesOf, childrenOf, countOf, oidOf } from './asn1.mjs'
import { pkcs12Key, sizeOf } from './derive.mjs'
import { keyByPbkdf2 } from './protection.mjs'
import { refuse } from './refusal.mjs'

const pbmac1 = '1.2.840.113549.1.5.14'

function hmacByPbkdf2(parameters, password) {
  const [derivation, mac] = childrenOf(parameters).map(childrenOf)
  const [, , keyLength] = childrenOf(derivation[1])
  return createHmac(hashOf(mac[0]), keyByPbkdf2(derivation[1], password, countOf(keyLength)))
}

function hmacByPkcs12(identifier, [, salt, rounds], password) {
  const algorithm = hashOf(identifier)
  const size = sizeOf(algorithm)
  const numbers = { salt: bytesOf(salt), rounds: rounds ? countOf(rounds) : 1 }
  return createHmac(algorithm, pkcs12Key({ algorithm, purpose: 3, password: password.bmp, ...numbers, size }))
}

/**
 * Makes sure that the password is the one with which the file was closed, and that it is as it was then.
 * @throws Refusal certificate_password_wrong, certificate_file_too_costly, certificate_encryption_unsupported
 */
export function requireMac(node, content, password) {
  const parts = childrenOf(node)
  const [algorithm, digest] = childrenOf(parts[0])
  const [identifier, parameters] = childrenOf(algorithm)
  const hmac =
    oidOf(identifier) === pbmac1 ? hmacByPbkdf2(parameters, password) : hmacByPkcs12(identifier, parts, password)
  if (!hmac.update(content).digest().equals(bytesOf(digest))) refuse('certificate_password_wrong')
}
