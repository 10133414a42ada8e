import 'server-only'
import { type Block, wrapBase64 } from './block'

/** PowerShell's Out-File writes UTF-16 with a byte order mark; TextDecoder takes away the mark of UTF-8 by itself. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Text in whatever encoding; a `\n` spelled out, as environment variables hold it, becomes a line break. */
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/(?:\\r)?\\n/g, '\n')

function bodyOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  return text.includes(':') ? lines.join('\n').trim() : wrapBase64(text)
}

/** The text from one BEGIN to the next; what does not end with the END of its own label is no block. */
function blockOf(part: string): Block[] {
  const [label = ''] = part.split('-----', 1)
  const end = part.indexOf(`-----END ${label}-----`)
  return end === -1 ? [] : [{ label, body: bodyOf(part.slice(label.length + 5, end)) }]
}

/** The blocks of a PEM file in their order; text between them, such as “Bag Attributes”, is passed over. */
export const pemBlocks = (text: string): Block[] => text.split('-----BEGIN ').slice(1).flatMap(blockOf)
