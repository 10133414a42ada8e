import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseWiql, printWiql } from './index'

const reference = process.env.CERTBOARD_REFERENCE ?? join(import.meta.dirname, '../../../../shared/reference')

/** Every text under such a member, wherever it stands. */
function textsUnder(value: unknown, member: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === member && typeof inner === 'string' ? [inner] : textsUnder(inner, member),
  )
}

const files = [
  ['demo-boards-queries.jsonl', 'wiql', 20],
  ['wiql.jsonl', 'query', 5],
  ['docs-recordings.jsonl', 'query', 1],
] as const

describe('queries from the wild', () => {
  test.each(files)('%s: every %s reads, and prints as the same query', (file, member, least) => {
    const path = join(reference, 'recordings', file)
    if (!existsSync(path)) return expect('skipped, no reference data').toBeTruthy()
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    const texts = lines.flatMap((line) => textsUnder(JSON.parse(line), member))
    expect(texts.length).toBeGreaterThanOrEqual(least)
    for (const text of texts) {
      const printed = printWiql(parseWiql(text))
      expect(printWiql(parseWiql(printed))).toBe(printed)
    }
  })
})
