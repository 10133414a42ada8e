import 'server-only'
import { constants, createHash, verify } from 'node:crypto'
import type { TrustedKey } from '../control/registered-certificate'
import type { EntraBehaviour } from './behaviour'
import { refuse } from './errors'

type Json = Readonly<Record<string, unknown>>

/** The three parts of a client assertion (RFC 7515 compact form), decoded but not yet believed. */
interface Assertion {
  readonly header: Json
  readonly claims: Json
  readonly signed: Buffer
  readonly signature: Buffer
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function decodePart(part: string): Json {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  if (!isObject(value)) throw new TypeError('not an object')
  return value
}

/** @throws 50027 */
function decode(assertion: string): Assertion {
  const [header = '', claims = '', signature = '', ...rest] = assertion.split('.')
  try {
    if (rest.length > 0) throw new TypeError('more than three parts')
    return {
      header: decodePart(header),
      claims: decodePart(claims),
      signed: Buffer.from(`${header}.${claims}`),
      signature: Buffer.from(signature, 'base64url'),
    }
  } catch {
    throw refuse.malformedAssertion()
  }
}

const paddings = new Map<unknown, number>([
  ['RS256', constants.RSA_PKCS1_PADDING],
  ['PS256', constants.RSA_PKCS1_PSS_PADDING],
])

/** @throws 5002738 */
function paddingOf({ alg }: Json): number {
  const padding = paddings.get(alg)
  if (padding === undefined) throw refuse.algorithm(String(alg ?? 'none'))
  return padding
}

/** Node's decoder takes base64 and base64url, padded or not, which is as lenient as Entra ID. */
const bytesOf = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : '', 'base64')

/** The leaf comes first; one library sends it as a plain string instead of an array. */
function leafThumbprint(x5c: unknown): Buffer {
  const leaf = bytesOf(Array.isArray(x5c) ? x5c[0] : x5c)
  return leaf.length === 0 ? leaf : createHash('sha256').update(leaf).digest()
}

/**
 * The hash by which the header names the key, and how many bytes it must have.
 * @throws 50027
 */
function namedHash({ 'x5t#S256': sha256, x5t: sha1, x5c }: Json): { bytes: Buffer; length: number } {
  if (sha256 !== undefined) return { bytes: bytesOf(sha256), length: 32 }
  if (sha1 !== undefined) return { bytes: bytesOf(sha1), length: 20 }
  if (x5c !== undefined) return { bytes: leafThumbprint(x5c), length: 32 }
  throw refuse.noThumbprint()
}

/**
 * The thumbprint that the header names, as upper-case hex.
 * @throws 50027, 700027
 */
function thumbprintOf(header: Json, clientId: string): string {
  const { bytes, length } = namedHash(header)
  if (bytes.length !== length) throw refuse.unreadableThumbprint(clientId)
  return bytes.toString('hex').toUpperCase()
}

/** `12/31/2026 23:59:59`, as Entra ID writes the dates of a key. */
function keyDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  return `${month}/${day}/${year} ${iso.slice(11, 19)}`
}

interface Verification {
  readonly clientId: string
  readonly keys: readonly TrustedKey[]
  readonly now: Date
  readonly unknownKeyText: EntraBehaviour['unknownKeyText']
}

/**
 * The registered key that the assertion claims to be signed with, if its dates, type and size allow that.
 * @throws 700027, 1000502, 5002730, 50032
 */
function usableKey(thumbprint: string, { keys, clientId, now, unknownKeyText }: Verification) {
  const key = keys.find((known) => [known.thumbprintSha1, known.thumbprintSha256].includes(thumbprint))
  if (!key) throw refuse.unknownKey(clientId, thumbprint, unknownKeyText)
  const found = { thumbprint, start: keyDate(key.notBefore), end: keyDate(key.notAfter) }
  if (Date.parse(key.notAfter) < now.getTime()) throw refuse.expiredKey(found)
  if (Date.parse(key.notBefore) > now.getTime()) throw refuse.keyNotYetValid()
  if (key.publicKey.asymmetricKeyType !== 'rsa') throw refuse.keyType()
  const bits = key.publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < 2048) throw refuse.keySize(bits)
  return { publicKey: key.publicKey, found }
}

/**
 * The claims of a client assertion whose signature fits a key registered for the client.
 * @throws 50027, 5002738, 700027, 1000502, 5002730, 50032
 */
export function verifiedClaims(assertion: string, verification: Verification): Json {
  const { header, claims, signed, signature } = decode(assertion)
  const padding = paddingOf(header)
  const { publicKey, found } = usableKey(thumbprintOf(header, verification.clientId), verification)
  const key = { key: publicKey, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  if (!verify('sha256', signed, key, signature)) throw refuse.signature(found)
  return claims
}
