// Private keys that a password protects, outside of a PFX file: PKCS #8 (RFC 5958) and OpenSSL's old form of PEM.
import { createPrivateKey } from 'node:crypto'
import { bytesOf, childrenOf, parse } from './asn1.mjs'
import { ciphers, decipher } from './ciphers.mjs'
import { opensslKey } from './derive.mjs'
import { openWith } from './password.mjs'
import { decrypt } from './protection.mjs'
import { refuse } from './refusal.mjs'

const dekInfo = /DEK-Info: *([\w-]+),([0-9A-F]+)\s+([\s\S]+)$/i

/** One wrong password in some ten thousand gives something that looks decrypted; then it is no key. */
function keyFrom(options) {
  try {
    return createPrivateKey(options).export({ type: 'pkcs8', format: 'der' })
  } catch {
    return refuse('certificate_password_wrong')
  }
}

/** @throws Refusal certificate_password_wrong, certificate_file_too_costly, certificate_encryption_unsupported */
export function readEncryptedKey(der, password) {
  const [algorithm, encrypted] = childrenOf(parse(der))
  const open = (form) => keyFrom({ key: decrypt(algorithm, form, bytesOf(encrypted)), format: 'der', type: 'pkcs8' })
  return { certificates: [], keys: [openWith(password, open)] }
}

function openDekInfo(body, password) {
  const [, name, iv, base64] = dekInfo.exec(body) ?? refuse('certificate_file_unreadable')
  const cipher = name.toLowerCase()
  if (!Object.hasOwn(ciphers, cipher)) refuse('certificate_encryption_unsupported')
  const ivBytes = Buffer.from(iv, 'hex')
  const salt = ivBytes.subarray(0, 8)
  const key = opensslKey({ password: Buffer.from(password), salt, size: ciphers[cipher].keySize })
  return decipher(cipher, key, ivBytes, Buffer.from(base64, 'base64'))
}

/**
 * @param label of the key's PEM form, which says what kind of key it is
 * @throws Refusal certificate_password_wrong, certificate_encryption_unsupported, certificate_file_unreadable
 */
export function readDekInfoKey({ label, body }, password) {
  const base64 = openDekInfo(body, password).toString('base64')
  return { certificates: [], keys: [keyFrom(`-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----`)] }
}
