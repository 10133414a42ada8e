/** Strings of PowerShell, written and read. */

/**
 * A string in which nothing is expanded. PowerShell takes typographic quotes for straight ones, so each of them is
 * doubled too.
 */
export const powershellString = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`

const quoted = /^(?:['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]|"((?:[^"`]|`[\s\S]|"")*)")$/

const unquoted = (word: string): string => {
  const [, single, double] = quoted.exec(word) ?? []
  if (single !== undefined) return single.replaceAll(/(['‘’‚‛])['‘’‚‛]/g, '$1')
  return double === undefined ? word : double.replaceAll(/`([\s\S])|"(")/g, '$1$2')
}

const word = /(?:['‘’‚‛](?:[^'‘’‚‛]|['‘’‚‛]{2})*['‘’‚‛]|"(?:[^"`]|`[\s\S]|"")*"|[^\s'"‘’‚‛]+)/g

/** The words of a command that stands on one line, without the quotes around them. */
export const powershellWords = (line: string): readonly string[] => (line.match(word) ?? []).map(unquoted)
