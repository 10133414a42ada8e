import 'server-only'
import { type Block, wrapBase64 } from './block'

/** Labels that programs write although RFC 7468 or they themselves have another one for the same bytes. */
const otherNames: Readonly<Record<string, string>> = {
  PKCS12: 'PFX',
  CMS: 'PKCS7',
  'PKCS #7 SIGNED DATA': 'PKCS7',
  'RSA-PSS PRIVATE KEY': 'RSA PRIVATE KEY',
  'NEW CERTIFICATE REQUEST': 'CERTIFICATE REQUEST',
}

/** PowerShell's Out-File writes UTF-16 with a byte order mark, .NET also without; every PEM and base64 file begins in ASCII. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8'
}

/** Undoes the escapes of JSON and of environment variables, also where they were escaped once more. */
const unescaped = (text: string): string =>
  text
    .replace(/(?:\\{1,4}r)?\\{1,4}n/g, '\n')
    .replace(/\\{1,4}u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\{1,4}\//g, '/')

/** Text in whatever encoding (TextDecoder takes away the byte order mark), without escapes. */
export const textOf = (bytes: Uint8Array): string => unescaped(new TextDecoder(encodingOf(bytes)).decode(bytes))

function bodyOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  return text.includes(':') ? lines.join('\n').trim() : wrapBase64(text)
}

/** The text from one BEGIN to the next; what does not end with the END of its own label is no block. */
function blockOf(part: string): Block[] {
  const [label = ''] = part.split('-----', 1)
  const end = part.indexOf(`-----END ${label}-----`)
  return end === -1 ? [] : [{ label: otherNames[label] ?? label, body: bodyOf(part.slice(label.length + 5, end)) }]
}

/** The blocks of a PEM file in their order; text between them, such as “Bag Attributes”, is passed over. */
export const pemBlocks = (text: string): Block[] => text.split('-----BEGIN ').slice(1).flatMap(blockOf)
