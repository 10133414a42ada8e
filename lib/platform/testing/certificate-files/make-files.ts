import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'

type Bytes = Uint8Array | string

/** Gives the bytes of another file, which is made first. */
export type FileOf = (name: string) => Promise<Buffer>

/**
 * How a file is made: by a command, whose words name the files that it needs, and which prints the file or writes it
 * under its own name; or by a function. Quotation marks hold a word with spaces together.
 */
export type Recipe = string | ((of: FileOf) => Bytes | Promise<Bytes>)

const run = promisify(execFile)

/** Runs at most so many at a time as there are processors. */
function queue() {
  let free = availableParallelism()
  const waiting: (() => void)[] = []
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free -= 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

const wordsOf = (command: string): string[] =>
  (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''))

/** Whether this machine has Java's keytool; nothing is installed for it. */
export const hasKeytool = spawnSync('keytool', ['-help']).status === 0
export const withoutKeytool = 'skipped, no keytool'

/** Makes files by their recipes in a throw-away folder, each once and only if it is asked for. */
export function makeFiles(recipes: Readonly<Record<string, Recipe>>): FileOf {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-files-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const made = new Map<string, Promise<Buffer>>()
  const inTurn = queue()

  async function cook(name: string, command: string): Promise<Bytes> {
    const [program = '', ...words] = wordsOf(command)
    await Promise.all(words.filter((word) => word !== name && word in recipes).map(of))
    const options = { cwd: folder, encoding: 'buffer', maxBuffer: 2 ** 20 } as const
    const { stdout } = await inTurn(() => run(program, words, options))
    return words.includes(name) ? readFileSync(join(folder, name)) : stdout
  }

  async function make(name: string): Promise<Buffer> {
    const recipe = recipes[name]
    if (recipe === undefined) throw new Error(`There is no recipe for ${name}.`)
    const bytes = Buffer.from(typeof recipe === 'string' ? await cook(name, recipe) : await recipe(of))
    writeFileSync(join(folder, name), bytes)
    return bytes
  }

  function of(name: string): Promise<Buffer> {
    const file = made.get(name) ?? make(name)
    made.set(name, file)
    return file
  }
  return of
}
