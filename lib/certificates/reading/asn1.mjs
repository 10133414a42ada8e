// The few questions that the readers ask of ASN.1. A part that does not have the form that is asked for is refused.
import * as asn1js from 'asn1js'
import { refuse } from './refusal.mjs'

const unreadable = () => refuse('certificate_file_unreadable')

/** Octet strings are left shut: what they wrap may be random bytes. */
export function parse(der) {
  const { result, offset } = asn1js.fromBER(der, { parseEmbedded: false })
  return offset === -1 ? unreadable() : result
}

/** The parts of a SEQUENCE, a SET or a tag around others. */
export const childrenOf = (node) => (Array.isArray(node?.valueBlock.value) ? node.valueBlock.value : unreadable())

export const oidOf = (node) => (node instanceof asn1js.ObjectIdentifier ? node.valueBlock.toString() : unreadable())

export const isSequence = (node) => node instanceof asn1js.Sequence

export const hasTag = (node, number) => node.idBlock.tagClass === 3 && node.idBlock.tagNumber === number

/** A count that is missing or no small positive number counts as infinite, so it is refused as too much work. */
export function countOf(node) {
  const count = node instanceof asn1js.Integer && !node.valueBlock.isHexOnly ? node.valueBlock.valueDec : 0
  return count > 0 ? count : Number.POSITIVE_INFINITY
}

/** The content of an octet string, whole or in pieces, also where a tag hides what it is. */
export function bytesOf(node) {
  if (node?.idBlock.isConstructed) return Buffer.concat(childrenOf(node).map(bytesOf))
  return node?.valueBlock.valueHexView ? Buffer.from(node.valueBlock.valueHexView) : unreadable()
}

export const derOf = (node) => Buffer.from(node.valueBeforeDecodeView)
