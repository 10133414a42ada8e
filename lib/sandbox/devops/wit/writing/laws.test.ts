import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, child, createWriter, type Item, type Operation, parent, remove, replace } from './test-writer'

const many = 20
const { link, patch, read } = createWriter(many)
const common = 'Microsoft.VSTS.Common.'
const runs = { numRuns: 60 }

const id = fc.integer({ min: 1, max: many })
const text = fc.string({ maxLength: 20 })
const tags = fc.array(fc.constantFrom('one', 'two', 'Three'), { maxLength: 3 }).map((list) => list.join('; '))

/** Operations that the service takes, at least on some items. */
const good: fc.Arbitrary<Operation> = fc.oneof(
  text.map((value) => add('System.Title', `Title ${value}`)),
  text.map((value) => add('System.Description', value)),
  text.map((value) => add('System.History', value)),
  tags.map((value) => add('System.Tags', value)),
  tags.map((value) => replace('System.Tags', value)),
  fc.integer({ min: 1, max: 4 }).map((value) => add(`${common}Priority`, value)),
  fc.constantFrom('New', 'Active', 'Closed', 'Done', 'To Do').map((value) => add('System.State', value)),
  fc.constantFrom('', 'Mara Lindqvist').map((value) => add('System.AssignedTo', value)),
  id.map((target) => link('System.LinkTypes.Related', target)),
  id.map((target) => link(child, target)),
  id.map((target) => link(parent, target)),
  fc.webUrl().map((url) => link('Hyperlink', url)),
  fc.nat(3).map((at) => remove(`/relations/${at}`)),
)

const bad: fc.Arbitrary<Operation> = fc.constantFrom(
  add('System.Title', ''),
  add('System.State', 'Nowhere'),
  add('Custom.Nothing', 1),
  add(`${common}Priority`, 'high'),
  add('System.AreaPath', 'Nowhere'),
  link(child, 999_999),
  remove('/relations/999'),
  { op: 'test', path: '/rev', value: 100_000 },
)

const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(Array.from({ length: many }, (_, at) => read(at + 1))))

test('a patch that is refused changes nothing, wherever its fault is', async () => {
  const others = fc.array(good, { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(id, others, bad, others, async (target, before, fault, after) => {
      const world = await everything()
      // Of two values for one field the last one counts, so the fault has to be the only one for its field.
      const [first, last] = [before, after].map((list) => list.filter(({ path }) => path !== fault.path))
      const response = await patch(target, [...(first ?? []), fault, ...(last ?? [])])
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await everything()).toBe(world)
    }),
    { numRuns: 25 },
  )
})

test('rev grows by at most one for each patch, and by none at other items', async () => {
  await fc.assert(
    fc.asyncProperty(id, fc.array(good, { minLength: 1, maxLength: 6 }), async (target, operations) => {
      const revs = async () =>
        (await Promise.all(Array.from({ length: many }, (_, at) => read(at + 1)))).map(({ rev }) => rev)
      const before = await revs()
      await patch(target, operations)
      const after = await revs()
      const grown = after.flatMap((rev, at) => (rev === before[at] ? [] : [at + 1]))
      expect(grown.filter((one) => one !== target)).toEqual([])
      expect((after[target - 1] ?? 0) - (before[target - 1] ?? 0)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 25 },
  )
})

test('a test of the current revision never changes what comes of a patch', async () => {
  const twins = [createWriter(many), createWriter(many)] as const
  await fc.assert(
    fc.asyncProperty(id, fc.array(good, { maxLength: 5 }), async (target, operations) => {
      const { rev } = await twins[0].read(target)
      const guarded = await twins[0].patch(target, [{ op: 'test', path: '/rev', value: rev }, ...operations])
      const plain = await twins[1].patch(target, operations)
      expect(guarded.status).toBe(plain.status)
      const [one, other] = [await twins[0].read(target), await twins[1].read(target)]
      expect(one).toEqual(other)
    }),
    runs,
  )
})

test('what is added and removed again leaves an item as it was, but for its revisions', async () => {
  const known = ({ fields, relations = [] }: Item) => {
    const { 'System.Rev': _, 'System.ChangedDate': __, 'System.ChangedBy': ___, ...rest } = fields
    return [rest['System.Title'], rest['System.Tags'], rest['System.Parent'], relations]
  }
  const additions = fc.oneof(
    fc.webUrl().map((url) => link('Hyperlink', url)),
    id.map((target) => link('System.LinkTypes.Related', target)),
    id.map((target) => link(child, target)),
  )
  await fc.assert(
    fc.asyncProperty(id, additions, async (target, addition) => {
      const before = await read(target)
      const added = await patch(target, [addition])
      if (added.status !== 200) return
      expect((await patch(target, [remove('/relations/0')])).status).toBe(200)
      expect(known(await read(target))).toEqual(known(before))
    }),
    runs,
  )
})

test('every link between two items has its other end', async () => {
  const opposite = new Map([
    [child, parent],
    [parent, child],
  ])
  await fc.assert(
    fc.asyncProperty(id, fc.array(good, { maxLength: 6 }), async (target, operations) => {
      await patch(target, operations)
      const { relations = [] } = await read(target)
      for (const { rel, url } of relations.filter((one) => one.rel.startsWith('System.LinkTypes.'))) {
        const other = await read(Number(url.split('/').at(-1)))
        const back = other.relations?.filter((one) => Number(one.url.split('/').at(-1)) === target)
        expect(back?.map((one) => one.rel)).toContain(opposite.get(rel) ?? rel)
      }
    }),
    runs,
  )
})

test('nobody ever has two parents, or is among his own ancestors', async () => {
  const family = fc.oneof(
    id.map((target) => link(child, target)),
    id.map((target) => link(parent, target)),
    fc.nat(3).map((at) => remove(`/relations/${at}`)),
  )
  await fc.assert(
    fc.asyncProperty(id, fc.array(family, { minLength: 1, maxLength: 4 }), async (target, operations) => {
      await patch(target, operations)
      const seen = new Set<number>()
      let current: unknown = target
      while (typeof current === 'number') {
        expect(seen.has(current)).toBe(false)
        seen.add(current)
        const item = await read(current)
        const parents = item.relations?.filter(({ rel }) => rel === parent) ?? []
        expect(parents.length).toBeLessThanOrEqual(1)
        current = item.fields['System.Parent']
      }
    }),
    runs,
  )
})
