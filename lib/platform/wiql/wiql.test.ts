import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expression, isWiqlError, parseWiql } from './index'

/** The tree of the condition, written out with parentheses around everything. */
function written(expression: Expression): string {
  if (expression.kind === 'and' || expression.kind === 'or') {
    return `(${expression.operands.map(written).join(` ${expression.kind} `)})`
  }
  if (expression.kind === 'not') return `not ${written(expression.operand)}`
  return expression.field.name
}

function conditionOf(where: string): Expression {
  const parsed = parseWiql(`SELECT [System.Id] FROM WorkItems WHERE ${where}`).where
  if (!parsed) throw new Error('There is no condition')
  return parsed
}

function messageOf(query: string): string {
  try {
    parseWiql(query)
  } catch (error) {
    if (isWiqlError(error)) return error.message
    throw error
  }
  return 'no error'
}

describe('parseWiql', () => {
  test('reads fields with and without brackets, sources in any case, and several sort columns', () => {
    const query = parseWiql('select [System.Id], Title, System.State from workitems order by [State] desc, [System.Id]')
    expect(query.select.map(({ name }) => name)).toEqual(['System.Id', 'Title', 'System.State'])
    expect(query).toMatchObject({ from: 'workItems', orderBy: [{ descending: true }, { descending: false }] })
    expect(query.orderBy.map(({ field }) => field.name)).toEqual(['State', 'System.Id'])
    expect(query).not.toHaveProperty('where')
  })

  test('binds AND tighter than OR, and NOT to what follows it', () => {
    expect(written(conditionOf('[a] = 1 OR [b] = 2 AND NOT [c] = 3'))).toBe('(a or (b and not c))')
    expect(written(conditionOf('([a] = 1 OR [b] = 2) AND NOT ([c] = 3 OR [d] = 4)'))).toBe(
      '((a or b) and not (c or d))',
    )
  })

  test.each([
    ["[a] <> 'x'", { operator: '<>', negated: false }],
    ["[a] != 'x'", { operator: '<>' }],
    ["[a] >= 'x'", { operator: '>=' }],
    ["[a] CONTAINS 'x'", { operator: 'contains' }],
    ["[a] NOT CONTAINS WORDS 'x'", { operator: 'contains words', negated: true }],
    ["[a] UNDER 'x'", { operator: 'under' }],
    ["[a] NOT UNDER 'x'", { operator: 'under', negated: true }],
    ["[a] IN GROUP 'x'", { operator: 'in group', value: { value: 'x' } }],
    ["[a] NOT IN GROUP ('x')", { operator: 'in group', negated: true, value: { value: 'x' } }],
    ["EVER [a] = 'x'", { operator: '=', ever: true }],
    ["[a] EVER = 'x'", { operator: '=', ever: true }],
    ["[a] WAS EVER 'x'", { operator: '=', ever: true, value: { value: 'x' } }],
    ["[a] IN ('x', 'y')", { kind: 'in', negated: false, values: [{ value: 'x' }, { value: 'y' }] }],
    ['[a] NOT IN (1, -2.5)', { kind: 'in', negated: true, values: [{ value: 1 }, { value: -2.5 }] }],
    ['[a] IS EMPTY', { kind: 'empty', negated: false }],
    ['[a] IS NOT EMPTY', { kind: 'empty', negated: true }],
    ['[a] = [b]', { value: { kind: 'field', name: 'b' } }],
    ['[a] = true', { value: { kind: 'boolean', value: true } }],
    ["[a] = 'O''Hara'", { value: { value: "O'Hara" } }],
    ['[a] = "say ""hi"""', { value: { value: 'say "hi"' } }],
    ['[a] = @Me', { value: { kind: 'macro', name: 'me', arguments: [], offset: 0 } }],
    ['[a] > @Today - 7', { value: { name: 'today', offset: -7 } }],
    ['[a] > @Today-7', { value: { name: 'today', offset: -7 } }],
    ["[a] >= @StartOfMonth('+3M') + 1", { value: { name: 'startofmonth', arguments: ['+3M'], offset: 1 } }],
  ])('reads the condition %s', (text, expected) => {
    expect(conditionOf(text)).toMatchObject(expected)
  })

  test('reads ASOF on either side of ORDER BY', () => {
    const text = "SELECT [ID] FROM WorkItems ASOF '2026-01-05' ORDER BY [ID]"
    expect(parseWiql(text)).toMatchObject({ asOf: { value: '2026-01-05' }, orderBy: [{ field: { name: 'ID' } }] })
  })

  test('reads queries for links with both ends and a mode', () => {
    const query = parseWiql(
      "SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[State] = 'New' AND Target.[State] <> '' MODE (Recursive, ReturnMatchingChildren)",
    )
    expect(query).toMatchObject({ from: 'workItemLinks', mode: 'recursiveReturnMatchingChildren' })
    expect(query.where).toMatchObject({ operands: [{ field: { end: 'source' } }, { field: { end: 'target' } }] })
  })

  test('keeps where each condition stands', () => {
    const text = "SELECT [a] FROM WorkItems WHERE [a] = 1 AND [b] >= '2026'"
    const { where } = parseWiql(text)
    const [, second] = where?.kind === 'and' ? where.operands : []
    expect(text.slice(second?.span.start, second?.span.end)).toBe("[b] >= '2026'")
  })

  test.each([
    ['', 'Expecting SELECT. The error is caused by «».'],
    ['SELECT [a]', 'TF51006: The query statement is missing a FROM clause. The error is caused by «».'],
    [
      'SELECT TOP 5 [a] FROM WorkItems',
      'TF51006: The query statement is missing a FROM clause. The error is caused by «5».',
    ],
    ['SELECT * FROM WorkItems', 'Unexpected character. The error is caused by «*».'],
    ['SELECT FROM WorkItems', 'Expecting field name. The error is caused by «FROM».'],
    ['SELECT [a] FROM Bugs', 'Expecting WorkItems or WorkItemLinks. The error is caused by «Bugs».'],
    ['SELECT [a] FROM WorkItems (', 'Expected end of string. The error is caused by «(».'],
    ['SELECT [a] FROM WorkItems WHERE [a] LIKE 1', 'Expecting a comparison operator. The error is caused by «LIKE».'],
    ['SELECT [a] FROM WorkItems WHERE ([a] = 1', 'Expecting ). The error is caused by «».'],
    ['SELECT [a] FROM WorkItems WHERE [a] = ', 'Expecting field name. The error is caused by «».'],
    [
      "SELECT [a] FROM WorkItems WHERE [a] = 'x",
      "The string has no closing quotation mark. The error is caused by «'x».",
    ],
    ['SELECT [a FROM', 'Expecting end of field name. The error is caused by «[a FROM».'],
    ['SELECT [a] FROM WorkItems WHERE [a] IS 1', 'Expecting EMPTY. The error is caused by «1».'],
    ['SELECT [a] FROM WorkItems WHERE [a] > @Today - x', 'Expecting a number. The error is caused by «x».'],
    ['SELECT [] FROM WorkItems', 'Expecting field name. The error is caused by «[]».'],
  ])('%s is refused with the token that causes it', (query, message) => {
    expect(messageOf(query)).toBe(message)
  })

  test('takes soft keywords for names where they cannot be keywords', () => {
    const query = parseWiql("SELECT Group, Empty FROM WorkItems WHERE Words = 'x' AND WorkItems CONTAINS WORDS 'y'")
    expect(query.select.map(({ name }) => name)).toEqual(['Group', 'Empty'])
    expect(query.where).toMatchObject({ operands: [{ operator: '=' }, { operator: 'contains words' }] })
  })

  test('takes letters of any script in names without brackets', () => {
    const query = parseWiql('SELECT Größe, 優先度, Приоритет, Área.Três FROM WorkItems')
    expect(query.select.map(({ name }) => name)).toEqual(['Größe', '優先度', 'Приоритет', 'Área.Três'])
  })

  test('reads the end of a link in front of a name without brackets', () => {
    expect(conditionOf("Source.System.State = 'x'")).toMatchObject({ field: { end: 'source', name: 'System.State' } })
  })

  test('refuses conditions nested too deep instead of running out of stack', () => {
    expect(messageOf(`SELECT [a] FROM WorkItems WHERE ${'('.repeat(15_000)}`)).toContain('nested more than 100 deep')
  })

  test.each([
    '(',
    '[',
    "'",
    '"',
    '((((',
    "('",
    'a = ',
    'NOT ',
    'a,',
    '@x - ',
    '(\'["',
    '{',
    'WAS EVER ',
    '\u0000',
    'é.',
  ])('answers 32,000 characters of %j with an error and not with an overflow', (piece) => {
    for (const start of ['', 'SELECT ', 'SELECT a FROM WorkItems WHERE ']) {
      expect(messageOf(start + piece.repeat(32_000 / piece.length))).toContain('The error is caused by «')
    }
  })

  test('reads or refuses any sequence of its own tokens, and the token it refuses is in the text', () => {
    const token = fc.constantFrom(
      ...'SELECT [a] b FROM WorkItems WorkItemLinks WHERE ( ) , . = <> AND OR NOT EVER WAS IN GROUP IS EMPTY'.split(
        ' ',
      ),
      ..."CONTAINS WORDS UNDER @Me - 1 'x' \"y\" TRUE ORDER BY DESC ASOF MODE Recursive ! [ ' « SELECT".split(' '),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const text = `SELECT [a] FROM WorkItems WHERE ${tokens.join(' ')}`
        try {
          parseWiql(text)
        } catch (error) {
          if (!isWiqlError(error)) throw error
          expect(text.slice(error.span.start, error.span.end)).toBe(error.token)
        }
      }),
    )
  })

  test('takes ten thousand conditions in a row', () => {
    const query = `SELECT [a] FROM WorkItems WHERE ${Array.from({ length: 10_000 }, () => '[a]=1').join(' OR ')}`
    const { where } = parseWiql(query)
    expect(where?.kind === 'or' && where.operands.length).toBe(10_000)
  })
})
