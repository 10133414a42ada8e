// How much work a file may demand before a password can be tried on it. Whoever made the file chose these numbers, and
// one that asks for two billion rounds would keep a core busy for an hour. All of them stand unencrypted in the ASN.1.
import * as asn1js from 'asn1js'
import { refuse } from './refusal.mjs'

const maximumIterations = 600_000
/** scrypt's N · r · p; OpenSSL writes 16384 · 8 · 1. */
const maximumScryptCost = 2 ** 20

const pbkdf2 = '1.2.840.113549.1.5.12'
const pkcs12Pbe = '1.2.840.113549.1.12.1.'
const scrypt = '1.3.6.1.4.1.11591.4.11'

const childrenOf = (node) => (Array.isArray(node.valueBlock?.value) ? node.valueBlock.value : [])

/** A count that is missing or no small positive number counts as infinite, so it is refused. */
function countOf(node) {
  const count = node instanceof asn1js.Integer && !node.valueBlock.isHexOnly ? node.valueBlock.valueDec : 0
  return count > 0 ? count : Number.POSITIVE_INFINITY
}

function requireModestAlgorithm(oid, parameters) {
  const numbers = childrenOf(parameters).slice(1)
  const isPbe = oid === pbkdf2 || oid.startsWith(pkcs12Pbe)
  if (isPbe && countOf(numbers[0]) > maximumIterations) refuse('certificate_file_too_costly')
  const cost = () => numbers.slice(0, 3).reduce((product, number) => product * countOf(number), 1)
  if (oid === scrypt && cost() > maximumScryptCost) refuse('certificate_file_too_costly')
}

/** MacData (RFC 7292 section 4) has its count last: SEQUENCE { digest SEQUENCE, salt OCTET STRING, iterations }. */
function requireModestMac(node) {
  const [digest, salt, iterations] = childrenOf(node)
  const isMac = digest instanceof asn1js.Sequence && salt instanceof asn1js.OctetString && iterations
  if (isMac && countOf(iterations) > maximumIterations) refuse('certificate_file_too_costly')
}

/**
 * PFX wraps ASN.1 in octet strings; what does not parse as ASN.1 is plain data. Random bytes, such as a salt, may begin
 * like a time; asn1js throws at those instead of saying so.
 */
function wrappedIn(node) {
  if (!(node instanceof asn1js.OctetString)) return []
  try {
    const { result, offset } = asn1js.fromBER(node.getValue())
    return offset === -1 ? [] : [result]
  } catch {
    return []
  }
}

/** @throws Refusal certificate_file_too_costly */
export function requireModestWork(node) {
  const children = childrenOf(node)
  const [first, second] = children
  if (first instanceof asn1js.ObjectIdentifier && second) requireModestAlgorithm(first.valueBlock.toString(), second)
  requireModestMac(node)
  for (const child of [...children, ...wrappedIn(node)]) requireModestWork(child)
}
