import 'server-only'

/** As one word of bash that stands for itself. */
export const bashQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** As a string of PowerShell in which nothing is replaced; PowerShell takes four typographic quotes for the plain one. */
export const powerShellQuoted = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`

const hclEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }

/** As a string of HCL in which no template is expanded. */
export const hclQuoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\t]/g, (one) => hclEscapes[one] ?? one).replace(/[$%](?=\{)/g, '$&$&')}"`
