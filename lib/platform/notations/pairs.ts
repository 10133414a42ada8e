/** Finds names and values in what people copy from terminals, scripts and settings of other tools. */
import { bashWords } from './bash'
import { connectionStringEntries } from './connection-string'
import { hclStringIn } from './hcl'
import { powershellWords } from './powershell'

export interface Pair {
  readonly name: string
  readonly value: string
  /** Of an option: the command that it was given to, for example `az login`. */
  readonly command?: string
}

export interface ReadLine {
  readonly line: string
  /** None in a comment or a bracket; absent where the line is not understood. */
  readonly pairs?: readonly Pair[]
}

/** Lines that end with the sign by which bash, PowerShell or cmd goes on in the next one are one line. */
const logicalLines = (text: string): string[] =>
  text
    .replaceAll(/[ \t]*[\\`^]\r?\n\s*/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())

const isStructure = (line: string): boolean => /^(?:#|\/\/|::|rem\b|$)/i.test(line) || /^[[\]{}(),;]*$/.test(line)
const isOpening = (line: string): boolean => /^[\w"\s.-]*[:=]?\s*\{$/.test(line)

function connectionStringPairs(line: string): readonly Pair[] | undefined {
  if (!line.includes(';')) return undefined
  return connectionStringEntries(line)?.map(([name, value]) => ({ name, value }))
}

/** `NAME=value` in its spellings: export, set, $env:, `name = "value"`, `name: value`, a member of JSON. */
const assignment = /^(export\s+|setx?\s+|\$env:)?["']?([A-Za-z][\w .()-]*?)["']?\s*[=:]\s*(.*?)\s*[,;]?$/i

function textOf(value: string, isPowershell: boolean): string {
  const [quoted, ...more] = (isPowershell ? powershellWords(value) : bashWords(value)) ?? []
  return hclStringIn(value) ?? (/['"]/.test(value) && more.length === 0 ? quoted : undefined) ?? value
}

function assignmentPairs(line: string): readonly Pair[] | undefined {
  const [, prefix = '', name = '', value = ''] = assignment.exec(line.replace(/^(set\s+)"(.*)"$/i, '$1$2')) ?? []
  return name === '' ? undefined : [{ name, value: textOf(value, prefix.startsWith('$')) }]
}

const isOption = (word: string): boolean => /^--?[a-z]/i.test(word)

/** `--name value`, `--name=value` and `-Name value`; what stands before them names the command. */
function optionPairs(command: string, words: readonly string[]): Pair[] {
  return words.flatMap((word, index) => {
    if (!isOption(word)) return []
    const [name = '', ...joined] = word.split('=')
    const next = words[index + 1] ?? ''
    const value = joined.length > 0 ? joined.join('=') : isOption(next) ? '' : next
    return [{ command, name, value }]
  })
}

/** `key=value` words behind `--defaults` of `az devops configure`. */
const wordPairs = (words: readonly string[]): Pair[] =>
  words.flatMap((word) => {
    const [, name, value] = /^([a-z]+)=(.*)$/.exec(word) ?? []
    return name === undefined || value === undefined ? [] : [{ name, value }]
  })

function azPairs(words: readonly string[]): Pair[] {
  const first = words.findIndex(isOption)
  const command = words.slice(0, first === -1 ? words.length : first).join(' ')
  return [...optionPairs(command, words), ...(command === 'az devops configure' ? wordPairs(words) : [])]
}

const gitPairs = (words: readonly string[]): Pair[] =>
  words[1] === 'config' ? [{ name: words.at(-2)?.split('.').at(-1) ?? '', value: words.at(-1) ?? '' }] : []

const curlPairs = (words: readonly string[]): Pair[] =>
  words.flatMap((word, index) => {
    if (/^https?:/.test(word)) return [{ name: 'url', value: word }]
    if (!/^(?:-d|--data(?:-\w+)?)$/.test(words[index - 1] ?? '')) return []
    const encoded = words[index - 1] === '--data-urlencode' ? [word.split(/=(.*)/s)] : new URLSearchParams(word)
    return [...encoded].map(([name = '', value = '']) => ({ name, value }))
  })

const programs = new Map([
  ['az', azPairs],
  ['git', gitPairs],
  ['curl', curlPairs],
])

function commandPairs(line: string): readonly Pair[] | undefined {
  const read = programs.get(/^(?:\$\s+)?(\w+)\s/.exec(line)?.[1] ?? '')
  return read?.(bashWords(line.replace(/^\$\s+/, '')) ?? [])
}

const cmdlet = /(?:^|[\s=(|])([A-Z][A-Za-z]+-[A-Z]\w+)\b/

/** A cmdlet, also where its result is assigned; a certificate of the store is known by its path. */
function cmdletPairs(line: string): readonly Pair[] | undefined {
  const command = cmdlet.exec(line)?.[1]
  if (command === undefined) return undefined
  const words = powershellWords(line)
  const stored = words.flatMap((word) => /^Cert:.*\\([0-9a-f]{40})\)?$/i.exec(word)?.[1] ?? [])
  return [...optionPairs(command, words), ...stored.map((value) => ({ name: 'thumbprint', value }))]
}

const readers = [commandPairs, cmdletPairs, connectionStringPairs, assignmentPairs]

function pairsOf(line: string): readonly Pair[] | undefined {
  if (isStructure(line) || isOpening(line)) return []
  for (const read of readers) {
    const pairs = read(line)
    if (pairs) return pairs
  }
  return undefined
}

/** Reads a text line by line, each by itself, so that a line which is not understood spoils no other. */
export const readPairs = (text: string): readonly ReadLine[] =>
  logicalLines(text).map((line) => {
    const pairs = pairsOf(line)
    return { line, ...(pairs && { pairs }) }
  })
