// Object identifiers of hash functions, alone and in an HMAC, and of ciphers with a key of their own.
import { oidOf } from './asn1.mjs'
import { refuse } from './refusal.mjs'

const hashes = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

const ciphers = {
  '2.16.840.1.101.3.4.1.2': 'aes-128-cbc',
  '2.16.840.1.101.3.4.1.22': 'aes-192-cbc',
  '2.16.840.1.101.3.4.1.42': 'aes-256-cbc',
  '1.2.840.113549.3.7': 'des-ede3-cbc',
  '1.3.14.3.2.7': 'des-cbc',
}

const nameIn = (names) => (identifier) => names[oidOf(identifier)] ?? refuse('certificate_encryption_unsupported')

/** @throws Refusal certificate_encryption_unsupported */
export const hashOf = nameIn(hashes)

/** @throws Refusal certificate_encryption_unsupported */
export const cipherOf = nameIn(ciphers)
