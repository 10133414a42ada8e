import 'server-only'
import { type Block, wrapBase64 } from './block'

const sequence = 0x30

/** The content of a SEQUENCE; of anything else, nothing. Lengths: below 0x80 short, 0x80 open-ended, above it long. */
function inside(der: Uint8Array): Uint8Array {
  const [tag, length = 0] = der
  if (tag !== sequence) return der.subarray(0, 0)
  return der.subarray(2 + Math.max(length - 0x80, 0))
}

/** How the content begins, in hex: of the outer sequence, then a colon, then of the sequence that it begins with. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^020103/, 'PFX'],
  [/^06092a864886f70d0107/, 'PKCS7'],
  [/^0201(00|01)30/, 'PRIVATE KEY'],
  [/^02010002/, 'RSA PRIVATE KEY'],
  [/^02010104/, 'EC PRIVATE KEY'],
  [/:06092a864886f70d0105/, 'ENCRYPTED PRIVATE KEY'],
  [/:060a2a864886f70d010c01/, 'ENCRYPTED PRIVATE KEY'],
  [/:06/, 'PUBLIC KEY'],
  [/:020100/, 'CERTIFICATE REQUEST'],
  [/:(a0|02)/, 'CERTIFICATE'],
]

const startOf = (der: Uint8Array): string => Buffer.from(der.subarray(0, 12)).toString('hex')

/** The one block of a DER file, if its first bytes look like something that we know. */
export function derBlocks(der: Uint8Array): Block[] {
  const start = `${startOf(inside(der))}:${startOf(inside(inside(der)))}`
  const label = signatures.find(([pattern]) => pattern.test(start))?.[1]
  return label ? [{ label, body: wrapBase64(Buffer.from(der).toString('base64')) }] : []
}
