// Reads PFX files (PKCS #12, RFC 7292).
import { bytesOf, childrenOf, derOf, oidOf, parse } from './asn1.mjs'
import { requireMac } from './mac.mjs'
import { openWith } from './password.mjs'
import { decrypt } from './protection.mjs'
import { refuse } from './refusal.mjs'

const data = '1.2.840.113549.1.7.1'
const encryptedData = '1.2.840.113549.1.7.6'
const x509 = '1.2.840.113549.1.9.22.1'

const bags = '1.2.840.113549.1.12.10.1.'
const bag = { key: `${bags}1`, shroudedKey: `${bags}2`, certificate: `${bags}3`, nested: `${bags}6` }

/** A type and, behind the tag [0], a value of it: content, a bag, a certificate in a bag. */
function typedValue(node) {
  const [type, tagged] = childrenOf(node)
  return { type: oidOf(type), value: childrenOf(tagged)[0] }
}

function openEncrypted(node, password) {
  const [, content] = childrenOf(node)
  const [, algorithm, encrypted] = childrenOf(content)
  return decrypt(algorithm, password, bytesOf(encrypted))
}

/** Content is also protected by public keys (RFC 7292 section 3.1); such files are made for one machine alone. */
function contentOf(node, password) {
  const { type, value } = typedValue(node)
  if (type === data) return bytesOf(value)
  return type === encryptedData ? openEncrypted(value, password) : refuse('certificate_encryption_unsupported')
}

function openShrouded(node, password) {
  const [algorithm, encrypted] = childrenOf(node)
  return decrypt(algorithm, password, bytesOf(encrypted))
}

function certificateIn(node) {
  const { type, value } = typedValue(node)
  return type === x509 ? [bytesOf(value)] : []
}

/** Lists of revoked certificates and secrets of other kinds are passed over. */
function readBag(node, password, found) {
  const { type, value } = typedValue(node)
  if (type === bag.key) found.keys.push(derOf(value))
  if (type === bag.shroudedKey) found.keys.push(openShrouded(value, password))
  if (type === bag.certificate) found.certificates.push(...certificateIn(value))
  if (type === bag.nested) readBags(value, password, found)
}

function readBags(node, password, found) {
  for (const child of childrenOf(node)) readBag(child, password, found)
}

function readSafe(safe, password) {
  const found = { certificates: [], keys: [] }
  for (const node of childrenOf(parse(safe))) readBags(parse(contentOf(node, password)), password, found)
  return found
}

/**
 * @param {string} password empty for a file without one
 * @throws Refusal certificate_password_wrong, certificate_file_too_costly, certificate_encryption_unsupported,
 * certificate_file_unreadable
 */
export function readPfx(der, password) {
  const [, authenticatedSafe, mac] = childrenOf(parse(der))
  const { type, value } = typedValue(authenticatedSafe)
  if (type !== data) refuse('certificate_encryption_unsupported')
  const safe = bytesOf(value)
  return openWith(password, (form) => {
    if (mac) requireMac(mac, safe, form)
    return readSafe(safe, form)
  })
}
