import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Condition,
  type Expression,
  type FieldReference,
  type Macro,
  type Mode,
  type Order,
  parseWiql,
  printWiql,
  type Query,
  type Value,
} from './index'

const span = fc.constant({ start: 0, end: 0 })

/** Names of any characters that can stand in brackets, keywords among them. */
const name = fc.oneof(
  fc.constantFrom('System.Id', 'Work Item Type', 'select', 'EVER', 'Source', "it's", '«ü»', '(', '@me'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && !text.includes(']')),
)
const end = fc.constantFrom('source' as const, 'target' as const)
const field: fc.Arbitrary<FieldReference> = fc.record(
  { kind: fc.constant('field' as const), name, end, span },
  { requiredKeys: ['kind', 'name', 'span'] },
)
const number = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((hundredths) => hundredths / 100),
)
const macro: fc.Arbitrary<Macro> = fc.record({
  kind: fc.constant('macro' as const),
  name: fc.constantFrom('me', 'today', 'currentiteration', 'somethingelse'),
  arguments: fc.array(fc.string(), { maxLength: 2 }),
  offset: fc.integer({ min: -400, max: 400 }),
  span,
})
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ kind: fc.constant('string' as const), value: fc.string(), span }),
  fc.record({ kind: fc.constant('number' as const), value: number, span }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean(), span }),
  macro,
  field,
)
const operator = fc.constantFrom(
  ...(['=', '<>', '<', '>', '<=', '>=', 'contains', 'contains words', 'under', 'in group'] as const),
)
const start = { field, negated: fc.boolean(), span }
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('comparison' as const), ...start, ever: fc.boolean(), operator, value }),
  fc.record({
    kind: fc.constant('in' as const),
    ...start,
    ever: fc.boolean(),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('empty' as const), ...start }),
)
const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const operands = fc.array(tie('expression'), { minLength: 2, maxLength: 3 })
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      condition,
      fc.record({ kind: fc.constant('and' as const), operands, span }),
      fc.record({ kind: fc.constant('or' as const), operands, span }),
      fc.record({ kind: fc.constant('not' as const), operand: tie('expression'), span }),
    ),
  }
})
const order: fc.Arbitrary<Order> = fc.record({ field, descending: fc.boolean() })
const mode = fc.constantFrom<Mode>(
  'mustContain',
  'mayContain',
  'doesNotContain',
  'recursive',
  'recursiveReturnMatchingChildren',
)
const query: fc.Arbitrary<Query> = fc.record(
  {
    select: fc.array(field, { minLength: 1, maxLength: 3 }),
    from: fc.constantFrom('workItems', 'workItemLinks'),
    where: expression,
    orderBy: fc.array(order, { maxLength: 3 }),
    asOf: value,
    mode,
  },
  { requiredKeys: ['select', 'from', 'orderBy'] },
)

const withoutSpans = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, member: unknown) => (key === 'span' ? undefined : member)))

describe('printWiql', () => {
  test('writes what reads as the same query', () => {
    fc.assert(
      fc.property(query, (tree) => {
        expect(withoutSpans(parseWiql(printWiql(tree)))).toEqual(withoutSpans(tree))
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ["select id,TITLE from workitems where(state='x')", "SELECT [id], [TITLE] FROM WorkItems WHERE [state] = 'x'"],
    [
      'select [a] from workitems where not ([a]!=1 or ([b] was ever "x" and [c]>@today-1)) order by [a] asc, b desc',
      "SELECT [a] FROM WorkItems WHERE NOT ([a] <> 1 OR EVER [b] = 'x' AND [c] > @Today - 1) ORDER BY [a], [b] DESC",
    ],
    [
      "select a from WORKITEMLINKS where source.b = @currentIteration('[P]\\T <id:1>') + 1 mode(recursive,returnmatchingchildren)",
      "SELECT [a] FROM WorkItemLinks WHERE [Source].[b] = @CurrentIteration('[P]\\T <id:1>') + 1 MODE (Recursive, ReturnMatchingChildren)",
    ],
  ])('writes %s in one form', (text, printed) => {
    expect(printWiql(parseWiql(text))).toBe(printed)
  })
})
