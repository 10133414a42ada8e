/** The executor against an oracle that knows nothing of it: plain objects, walked through one by one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestOrganization, now } from '../../test-organization'
import {
  asOf,
  days,
  fieldName,
  itemCount,
  meanings,
  numbers,
  type Plain,
  type PlainValue,
  plain,
  quoted,
  read,
  same,
} from './test-plain-items'

const organization = createTestOrganization({ items: itemCount })

/** A condition as text, and what it means. */
interface Clause {
  readonly wiql: string
  holds(item: Plain): boolean
}

/** Values that items have, the empty one, and one that none has. */
const someValueOf = (name: string): fc.Arbitrary<PlainValue> => {
  const known = [...new Set(plain.map(({ values }) => values[name] ?? null))].slice(0, 40)
  return fc.constantFrom<PlainValue>(
    ...known,
    numbers.has(name) ? 999 : days.has(name) ? '2001-02-03' : 'no such thing',
  )
}

const comparable = fc.constantFrom(
  'state',
  'title',
  'assignee',
  'priority',
  'effort',
  'created',
  'closed',
  'type',
  'id',
)

const comparison = (prefix: string): fc.Arbitrary<Clause> =>
  comparable.chain((name) =>
    fc.record({ operator: fc.constantFrom(...Object.keys(meanings)), value: someValueOf(name) }).map(
      ({ operator, value }): Clause => ({
        wiql: `${prefix}[${fieldName(name)}] ${operator} ${quoted(value)}`,
        holds: (item) => meanings[operator]?.(read(item, name), value) ?? false,
      }),
    ),
  )

const membership = (prefix: string): fc.Arbitrary<Clause> =>
  comparable.chain((name) =>
    fc.record({ isNot: fc.boolean(), values: fc.array(someValueOf(name), { minLength: 1, maxLength: 4 }) }).map(
      ({ isNot, values }): Clause => ({
        wiql: `${prefix}[${fieldName(name)}] ${isNot ? 'not ' : ''}in (${values.map(quoted).join(',')})`,
        holds: (item) => values.some((value) => same(read(item, name), value)) !== isNot,
      }),
    ),
  )

const ever = (prefix: string): fc.Arbitrary<Clause> =>
  fc.constantFrom('state', 'assignee').chain((name) =>
    fc.record({ wording: fc.constantFrom('was ever', 'EVER', 'EVER ='), value: someValueOf(name) }).map(
      ({ wording, value }): Clause => ({
        wiql: `${prefix}[${fieldName(name)}] ${wording} ${quoted(value)}`,
        holds: ({ history }) => history.some(({ values }) => same(values[name], value)),
      }),
    ),
  )

const contains = (prefix: string): fc.Arbitrary<Clause> =>
  fc.record({ isNot: fc.boolean(), part: fc.constantFrom('a', 'the', 'ed ', 'zzz', 'SAVE', '%') }).map(
    ({ isNot, part }): Clause => ({
      wiql: `${prefix}[System.Title] ${isNot ? 'NOT ' : ''}CONTAINS '${part}'`,
      holds: (item) => String(read(item, 'title') ?? '').includes(part.toLowerCase()) !== isNot,
    }),
  )

const tags = (prefix: string): fc.Arbitrary<Clause> =>
  fc.constantFrom('security', 'Customer', 'performance', 'sec').map(
    (tag): Clause => ({
      wiql: `${prefix}[Tags] CONTAINS '${tag}'`,
      holds: (item) =>
        String(read(item, 'tags') ?? '')
          .split('; ')
          .includes(tag.toLowerCase()),
    }),
  )

const emptiness = (prefix: string): fc.Arbitrary<Clause> =>
  fc.record({ name: fc.constantFrom('tags', 'assignee', 'effort', 'closed'), isNot: fc.boolean() }).map(
    ({ name, isNot }): Clause => ({
      wiql: `${prefix}[${fieldName(name)}] IS ${isNot ? 'NOT ' : ''}EMPTY`,
      holds: (item) => (read(item, name) === null) !== isNot,
    }),
  )

const areas = [...new Set(plain.map(({ values }) => String(values.area)))]
const under = (prefix: string): fc.Arbitrary<Clause> =>
  fc.record({ path: fc.constantFrom(...areas), isNot: fc.boolean() }).map(
    ({ path, isNot }): Clause => ({
      wiql: `${prefix}[System.AreaPath] ${isNot ? 'NOT ' : ''}UNDER '${path}'`,
      holds: (item) => `${read(item, 'area')}\\`.startsWith(`${path}\\`) !== isNot,
    }),
  )

const fieldToField = (prefix: string): fc.Arbitrary<Clause> =>
  fc
    .record({
      names: fc.constantFrom(['creator', 'assignee'], ['created', 'closed'], ['priority', 'effort'], ['type', 'state']),
      operator: fc.constantFrom(...Object.keys(meanings)),
    })
    .map(
      ({ names: [one = '', other = ''], operator }): Clause => ({
        wiql: `${prefix}[${fieldName(one)}] ${operator} ${prefix}[${fieldName(other)}]`,
        holds: (item) => meanings[operator]?.(read(item, one), read(item, other)) ?? false,
      }),
    )

const leaf = (prefix: string): fc.Arbitrary<Clause> =>
  fc.oneof(
    ...[comparison, membership, ever, contains, tags, emptiness, under, fieldToField].map((kind) => kind(prefix)),
  )

/** The language has no NOT in front of EVER. */
const isNegatable = (wiql: string): boolean => !/ ever/i.test(wiql)

/** Text and meaning of clauses joined; precedence is the reader's to know, so half of the parentheses are left out. */
function condition(prefix: string): fc.Arbitrary<Clause> {
  const clause = leaf(prefix)
  const negated = clause.map((inner): Clause => ({ wiql: `NOT ${inner.wiql}`, holds: (item) => !inner.holds(item) }))
  const atom = fc.oneof(
    clause,
    negated.filter(({ wiql }) => isNegatable(wiql.slice(4))),
  )
  const joined = fc.array(fc.array(atom, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(
    (groups): Clause => ({
      wiql: groups.map((group) => group.map(({ wiql }) => wiql).join(' AND ')).join(' OR '),
      holds: (item) => groups.some((group) => group.every((one) => one.holds(item))),
    }),
  )
  return fc.tuple(joined, atom, fc.boolean()).map(([first, second, wantsNot]): Clause => {
    const isNot = wantsNot && isNegatable(first.wiql)
    return {
      wiql: `${isNot ? 'NOT ' : ''}(${first.wiql}) AND ${second.wiql}`,
      holds: (item) => first.holds(item) !== isNot && second.holds(item),
    }
  })
}

interface Answer {
  readonly workItems: readonly { readonly id: number }[]
  readonly workItemRelations: readonly {
    readonly rel: string | null
    readonly source: { readonly id: number } | null
    readonly target: { readonly id: number }
  }[]
}

async function answerTo(query: string): Promise<Answer> {
  const response = await organization.post('_apis/wit/wiql?api-version=7.1', { query })
  if (response.status !== 200) throw new Error(`${query}\n${await response.text()}`)
  return await response.json()
}

/** Nothing comes before everything. */
function before(one: PlainValue, other: PlainValue): number {
  if (same(one, other)) return 0
  if (one === null) return -1
  return other === null || one > other ? 1 : -1
}

describe('the executor and the oracle agree', () => {
  test('on which items match', async () => {
    await fc.assert(
      fc.asyncProperty(condition(''), async ({ wiql, holds }) => {
        const { workItems: found } = await answerTo(`SELECT [System.Id] FROM WorkItems WHERE ${wiql}`)
        expect(found.map(({ id }) => id)).toEqual(plain.filter(holds).map(({ id }) => id))
      }),
      { numRuns: 120 },
    )
  })

  test('on which items matched on an earlier day', async () => {
    const daysAgo = fc.integer({ min: 0, max: 360 })
    await fc.assert(
      fc.asyncProperty(condition(''), daysAgo, async ({ wiql, holds }, ago) => {
        const day = new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10)
        const query = `SELECT [System.Id] FROM WorkItems WHERE ${wiql} ASOF '${day}'`
        const then = plain.flatMap((item) => asOf(item, Date.parse(day)))
        const { workItems: found } = await answerTo(query)
        expect(found.map(({ id }) => id)).toEqual(then.filter(holds).map(({ id }) => id))
      }),
      { numRuns: 60 },
    )
  })

  test('on the order of any sort columns', async () => {
    const column = fc.record({
      name: fc.constantFrom('state', 'assignee', 'priority', 'effort', 'type', 'area'),
      sign: fc.constantFrom(1, -1),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 3 }), async (columns) => {
        const order = columns.map(({ name, sign }) => `[${fieldName(name)}]${sign === 1 ? '' : ' DESC'}`)
        const { workItems: found } = await answerTo(`SELECT [ID] FROM WorkItems ORDER BY ${order.join(', ')}`)
        const sorted = plain.toSorted((one, other) => {
          for (const { name, sign } of columns) {
            const difference = before(read(one, name), read(other, name)) * sign
            if (difference !== 0) return difference
          }
          return one.id - other.id
        })
        expect(found.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
      }),
      { numRuns: 30 },
    )
  })
})

type Row = readonly [rel: string | null, source: number | null, target: number]

const at = (id: number): Plain[] => plain.filter((item) => item.id === id)

/** Links of one kind or of all, the other ends in the order of their IDs. */
const linksOf = (item: Plain, kind: string | undefined) =>
  item.links
    .filter(({ rel }) => kind === undefined || rel === kind)
    .toSorted((one, other) => one.to - other.to)
    .flatMap(({ rel, to }) => at(to).map((end) => ({ rel, end })))

async function rowsOf(query: string): Promise<Row[]> {
  const { workItemRelations } = await answerTo(query)
  return workItemRelations.map(({ rel, source, target }) => [rel, source?.id ?? null, target.id])
}

const forward = 'System.LinkTypes.Hierarchy-Forward'
const linkKinds = fc.constantFrom(undefined, forward, 'System.LinkTypes.Hierarchy-Reverse', 'System.LinkTypes.Related')

function linkQuery(source: Clause, target: Clause, kind: string | undefined, mode: string): string {
  const link = kind === undefined ? "<> ''" : `= '${kind}'`
  return `SELECT [System.Id] FROM WorkItemLinks WHERE (${source.wiql}) AND [System.Links.LinkType] ${link} AND (${target.wiql}) MODE (${mode})`
}

/** Below which item each row of a tree stands is worked out anew for every row, however long that takes. */
function naiveTree(isSource: Clause['holds'], isTarget: Clause['holds'], keepsParents: boolean): Row[] {
  const children = (item: Plain): Plain[] => linksOf(item, forward).map(({ end }) => end)
  const isKept = (item: Plain): boolean => isTarget(item) || (keepsParents && children(item).some(isKept))
  const kept = (item: Plain): Plain[] => children(item).filter(isKept)
  const isBelow = (item: Plain, above: Plain): boolean =>
    kept(above).some((child) => child === item || isBelow(item, child))
  const branch = (item: Plain): Row[] =>
    kept(item).flatMap((child): Row[] => [[forward, item.id, child.id], ...branch(child)])
  const roots = plain.filter((item) => isSource(item) || (keepsParents && isTarget(item)))
  return roots
    .filter((item) => !roots.some((other) => isBelow(item, other)))
    .filter((item) => !keepsParents || isKept(item))
    .flatMap((item): Row[] => [[null, null, item.id], ...branch(item)])
}

describe('the executor and the oracle agree on links', () => {
  const ends = { source: condition('[Source].'), target: condition('[Target].') }

  test('of one hop in every mode', async () => {
    const modes = fc.constantFrom('MustContain', 'MayContain', 'DoesNotContain')
    await fc.assert(
      fc.asyncProperty(ends.source, ends.target, linkKinds, modes, async (source, target, kind, mode) => {
        const expected = plain.filter(source.holds).flatMap((item): Row[] => {
          const links = linksOf(item, kind).filter(({ end }) => target.holds(end))
          if (mode === 'MustContain' && links.length === 0) return []
          if (mode === 'DoesNotContain' && links.length > 0) return []
          return [[null, null, item.id], ...links.map(({ rel, end }): Row => [rel, item.id, end.id])]
        })
        expect(await rowsOf(linkQuery(source, target, kind, mode))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['Recursive', false],
    ['Recursive, ReturnMatchingChildren', true],
  ] as const)('of trees: %s', async (mode, keepsParents) => {
    await fc.assert(
      fc.asyncProperty(ends.source, ends.target, async (source, target) => {
        const expected = naiveTree(source.holds, target.holds, keepsParents)
        expect(await rowsOf(linkQuery(source, target, forward, mode))).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })
})
