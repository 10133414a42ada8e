import { describe, expect, test } from 'vitest'
import type { ConsoleAnswer } from '#lib/connections/console/schema'
import { messageIn, treeOf } from './answer-tree'

const treeIn = (text: string) => treeOf({ form: 'json', isCut: false, text } as ConsoleAnswer)
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test.each([
  ['200 levels', nested(200), true],
  ['201 levels', nested(201), false],
  ['100,000 levels', nested(100_000), false],
  ['brackets in a text', JSON.stringify(`"${'['.repeat(300)}\\`), true],
  ['a long text', JSON.stringify('\\"'.repeat(500_000)), true],
  ['no JSON', '[', false],
])('a tree of %s', (_name, text, isShown) => {
  expect(treeIn(text) !== undefined).toBe(isShown)
})

describe('a number that the browser rounds is noticed', () => {
  test.each([
    ['9007199254740993', true],
    ['{"id": -9007199254740993}', true],
    ['9007199254740991', false],
    ['[1.0, 1e400]', false],
    ['"9007199254740993"', false],
  ])('%s: %s', (text, expected) => {
    expect(treeIn(text)?.isInexact).toBe(expected)
  })
})

test('the sentence of the service is found where there is one', () => {
  expect(messageIn({ message: 'TF200016: no such project.' })).toBe('TF200016: no such project.')
  expect([{ message: 1 }, { message: '' }, null, 'text', []].map(messageIn)).toEqual(Array(5).fill(undefined))
})
