import 'server-only'
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { PrivateKeyInfo, PublicKeyInfo } from 'pkijs'

function plainPrivate(key: KeyObject): KeyObject {
  const { privateKey } = PrivateKeyInfo.fromBER(key.export({ type: 'pkcs8', format: 'der' }))
  return createPrivateKey({ key: Buffer.from(privateKey.getValue()), format: 'der', type: 'pkcs1' })
}

function plainPublic(key: KeyObject): KeyObject {
  const { subjectPublicKey } = PublicKeyInfo.fromBER(key.export({ type: 'spki', format: 'der' }))
  const pkcs1 = Buffer.from(subjectPublicKey.valueBlock.valueHexView)
  return createPublicKey({ key: pkcs1, format: 'der', type: 'pkcs1' })
}

/**
 * RSASSA-PSS (RFC 4055 section 1.2) is a name for an RSA key that says what it may be used for; inside is the same key.
 * Gives it under its plain name, rsaEncryption, and any other key as it is.
 */
export function asPlainRsa(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa-pss') return key
  return key.type === 'private' ? plainPrivate(key) : plainPublic(key)
}
