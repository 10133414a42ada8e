import { childrenOf, derOf, hasTag, isSequence, oidOf, parse } from './asn1.mjs'
import { refuse } from './refusal.mjs'

const signedData = '1.2.840.113549.1.7.2'

/**
 * The certificates of a P7B file: SignedData (RFC 5652 section 5.1) carries them behind the tag [0], and signs nothing.
 * @throws Refusal certificate_file_unreadable
 */
export function readPkcs7(der) {
  const [type, content] = childrenOf(parse(der))
  if (oidOf(type) !== signedData) refuse('certificate_file_unreadable')
  const [signed] = childrenOf(content)
  const carried = childrenOf(signed).find((part) => hasTag(part, 0))
  return { certificates: carried ? childrenOf(carried).filter(isSequence).map(derOf) : [], keys: [] }
}
