/** Connection strings, as ADO.NET and ODBC have them: `Name=value;Other name="a;b"`. */

/** What would end a value or be lost at its ends unless it stands in quotes. */
const needsQuotes = /[;"'{}]|^\s|\s$/

const quote = (value: string): string => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

type Entry = readonly [name: string, value: string]

export const connectionString = (entries: readonly Entry[]): string =>
  entries.map(([name, value]) => `${name}=${quote(value)}`).join(';')

/** Quotes of both kinds and the braces of ODBC; each is doubled inside to be itself. */
const entry = /\s*([^=;]+?)\s*=\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\{((?:[^}]|\}\})*)\}|([^;"'{][^;]*)|)\s*(?:;|$)/y

function meaningOf([, , double, single, braced, bare = '']: RegExpExecArray): string {
  if (double !== undefined) return double.replaceAll('""', '"')
  if (single !== undefined) return single.replaceAll("''", "'")
  return braced === undefined ? bare.trim() : braced.replaceAll('}}', '}')
}

/** Names and values in their order; `undefined` when the text is no connection string from its beginning to its end. */
export function connectionStringEntries(text: string): readonly Entry[] | undefined {
  const entries: Entry[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    entry.lastIndex = at
    const match = entry.exec(text)
    if (!match) return undefined
    entries.push([match[1] ?? '', meaningOf(match)])
    at = entry.lastIndex
  }
  return entries
}
