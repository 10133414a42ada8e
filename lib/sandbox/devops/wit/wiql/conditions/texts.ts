import 'server-only'

/** Whether `a; b` holds that whole tag; both in lower case. */
export const containsTag = (tags: string, wanted: string): boolean =>
  tags.split(';').some((tag) => tag.trim() === wanted.trim())

const withoutMarkup = (text: string): string => text.replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ')

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? []

/** Whether a text holds all of the words, each whole; one with an asterisk at its end may be the beginning of a word. */
export function containsWords(phrase: string): (text: string) => boolean {
  const wanted = wordsIn(phrase)
  return (text) => {
    const words = wordsIn(withoutMarkup(text))
    return wanted.every((one) =>
      one.endsWith('*') ? words.some((word) => word.startsWith(one.slice(0, -1))) : words.includes(one),
    )
  }
}
