/** Makes the tables of the WIQL parser of its grammar: `node bin/wiql-grammar.mjs` after every change of it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildParserFile } from '@lezer/generator'

const folder = join(import.meta.dirname, '../lib/platform/wiql')

/** The files that belong to the grammar, by their paths. */
export function generatedFiles() {
  const { parser, terms } = buildParserFile(readFileSync(join(folder, 'wiql.grammar'), 'utf8'), {
    fileName: 'wiql.grammar',
    typeScript: true,
  })
  return {
    [join(folder, 'generated-parser.ts')]: parser
      .replaceAll('.grammar.terms"', '-terms"')
      // The generator does not know what it hands on: a word. Our keywords need no more than that.
      .replaceAll(/\(value: any, stack: any\) => \((\w+)\(value, stack\)/g, '(value: string) => ($1(value)'),
    [join(folder, 'generated-terms.ts')]: terms,
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(path, text)
}
