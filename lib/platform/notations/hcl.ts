/** Strings of HCL, the language of Terraform, written and read. */

/** In a JSON string `${` and `%{` are nothing special; in HCL they begin a template and are doubled to be themselves. */
export const hclString = (text: string): string => JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&')

/** The text of a string in quotes; `undefined` when it is none. */
export function hclStringIn(text: string): string | undefined {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) return undefined
  try {
    return String(JSON.parse(text.replaceAll(/([$%])\1(?=\{)/g, '$1')))
  } catch {
    return undefined
  }
}
