/** Strings of HCL, the language of Terraform, written and read. */

/** The two short escapes of JSON that HCL does not have. */
const escapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' }

const codePoint = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A sign that begins a template is doubled to be itself; several in a row are written as what they are. */
const literal = (signs: string): string =>
  signs.length === 1 ? `${signs}${signs}` : [...signs].map(codePoint).join('')

/** In a JSON string `${` and `%{` are nothing special; in HCL they begin a template. */
export const hclString = (text: string): string =>
  JSON.stringify(text)
    .replaceAll(/\\./g, (short) => escapes[short] ?? short)
    .replaceAll(/[$%]+(?=\{)/g, literal)

/** The text of a string in quotes; `undefined` when it is none. */
export function hclStringIn(text: string): string | undefined {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) return undefined
  try {
    return String(JSON.parse(text.replaceAll(/([$%])\1(?=\{)/g, '$1')))
  } catch {
    return undefined
  }
}
