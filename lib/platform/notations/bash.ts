/** Words of a POSIX shell, written and read. A text of ours must mean the same to sh, bash and zsh. */

/** What no shell gives a meaning to, wherever in a word it stands. */
const plain = /^[\w@%+:,./-][\w@%+=:,./-]*$/

/** One word of a command line, in quotes where a shell would find a meaning in it. */
export const bashWord = (text: string): string =>
  plain.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The parts of a word: quoted in either way, escaped, or plain. An expansion such as $HOME stays as it is written. */
const part = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/y

const unescaped = (text: string): string => text.replaceAll(/\\([$`"\\])/g, '$1')

function readPart(text: string, at: number): { readonly meaning: string; readonly end: number } | undefined {
  part.lastIndex = at
  const match = part.exec(text)
  if (!match) return undefined
  const [, single, double, escaped, bare] = match
  return {
    meaning: single ?? (double === undefined ? (escaped ?? bare ?? '') : unescaped(double)),
    end: part.lastIndex,
  }
}

function readWord(text: string, from: number): { readonly word: string; readonly end: number } | undefined {
  let [word, end] = ['', from]
  while (end < text.length && !/\s/.test(text.charAt(end))) {
    const next = readPart(text, end)
    if (!next) return undefined
    word += next.meaning
    end = next.end
  }
  return { word, end }
}

/** The words of a command that stands on one line; `undefined` when a quote does not end. */
export function bashWords(line: string): readonly string[] | undefined {
  const words: string[] = []
  let at = line.search(/\S/)
  while (at !== -1 && at < line.length) {
    const read = readWord(line, at)
    if (!read) return undefined
    words.push(read.word)
    const gap = line.slice(read.end).search(/\S/)
    at = gap === -1 ? -1 : read.end + gap
  }
  return words
}
