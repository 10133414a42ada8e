import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFiles } from './wiql-grammar.mjs'

test.each(Object.entries(generatedFiles()))('%s is what bin/wiql-grammar.mjs makes of the grammar', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text)
})
