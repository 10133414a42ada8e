import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../../seed'
import type { FieldValue, WorkItem } from '../../seed/model'
import { originate, relink, relocate, revise } from './revision'
import { createWorkItems, type WorkItems } from './work-items'

const now = new Date('2026-11-23T11:00:00Z')
const world = createWorld({ seed: 1, items: 300, now })
const [by, somebodyElse] = world.people
if (!by || !somebodyElse) throw new Error('The world has no people')

let clock = now.getTime()
const author = (person = by) => {
  clock += 1000
  return { by: person, at: clock }
}

const fields = (values: Record<string, FieldValue | undefined>) => new Map(Object.entries(values))
const child = 'System.LinkTypes.Hierarchy-Forward'
const parent = 'System.LinkTypes.Hierarchy-Reverse'

function itemOf(workItems: WorkItems, id: number) {
  const item = workItems.find(id)
  if (!item) throw new Error(`There is no work item ${id}`)
  return item
}

function create(workItems: WorkItems, title: string) {
  const { project, type } = itemOf(workItems, 1)
  const [area] = project.areas
  const [iteration] = project.iterations
  const made = author()
  const content = { id: workItems.nextId(), project, type, area, iteration, fields: fields({ 'System.Title': title }) }
  const item = originate(content, made)
  workItems.record([item], made)
  return item
}

function write(workItems: WorkItems, kind: 'create' | 'revise' | 'relink', id: number): WorkItem {
  if (kind === 'create') return create(workItems, 'New')
  const made = author()
  const item = itemOf(workItems, id)
  const next = kind === 'revise' ? revise(item, {}, made) : relink(item, [])
  workItems.record([next], made)
  return next
}

describe('the store of work items', () => {
  test('gives a new item the ID behind the last one, and lists it last', () => {
    const workItems = createWorkItems(world.workItems)
    const made = create(workItems, 'New')
    expect(made.id).toBe(301)
    expect(made.rev).toBe(1)
    expect(workItems.nextId()).toBe(302)
    expect([...workItems.all()].map(({ id }) => id)).toEqual(Array.from({ length: 301 }, (_, at) => at + 1))
    expect(made.field('System.CreatedBy')).toBe(by)
  })

  test('keeps what a revision does not name, and every earlier revision as it was', () => {
    const workItems = createWorkItems(world.workItems)
    const before = itemOf(workItems, 7)
    for (const title of ['First', 'Second']) {
      const made = author(somebodyElse)
      workItems.record([revise(itemOf(workItems, 7), { fields: fields({ 'System.Title': title }) }, made)], made)
    }
    const after = itemOf(workItems, 7)
    expect(after.rev).toBe(before.rev + 2)
    expect(after.field('System.Title')).toBe('Second')
    expect(after.field('System.State')).toBe(before.field('System.State'))
    expect(after.field('System.ChangedBy')).toBe(somebodyElse)
    expect(before.field('System.Title')).not.toBe('Second')
    const titles = workItems.revisions(7).map((item) => item.field('System.Title'))
    expect(titles.slice(-2)).toEqual(['First', 'Second'])
  })

  test('an item may have any number of revisions, and be told at new places between them', () => {
    const workItems = createWorkItems(world.workItems)
    const first = itemOf(workItems, 7)
    const made = author()
    let item = first
    for (let left = 20_000; left > 0; left -= 1) item = revise(relocate(item, first), {}, made)
    expect(item.rev).toBe(first.rev + 20_000)
    expect(item.field('System.Title')).toBe(first.field('System.Title'))
  })

  test('a comment is in its own revision only, and counted', () => {
    const workItems = createWorkItems(world.workItems)
    const before = Number(itemOf(workItems, 3).field('System.CommentCount'))
    const said = revise(itemOf(workItems, 3), { fields: fields({ 'System.History': 'Done?' }) }, author())
    const next = revise(said, { fields: fields({ 'System.Title': 'x' }) }, author())
    expect(said.field('System.CommentCount')).toBe(before + 1)
    expect(next.field('System.CommentCount')).toBe(before + 1)
    expect(next.field('System.History')).toBeUndefined()
  })

  test('links change no rev and no date, but are a step of the history; System.Parent follows them', () => {
    const workItems = createWorkItems(world.workItems)
    const one = create(workItems, 'Parent')
    const other = create(workItems, 'Child')
    const made = author()
    const ends = [relink(one, [{ rel: child, target: other.id }]), relink(other, [{ rel: parent, target: one.id }])]
    workItems.record(ends, made)
    const linked = itemOf(workItems, other.id)
    expect(linked.rev).toBe(1)
    expect(linked.field('System.ChangedDate')).toBe(other.field('System.ChangedDate'))
    expect(linked.field('System.Parent')).toBe(one.id)
    expect(workItems.revisions(other.id)).toHaveLength(1)
    expect(workItems.updates(other.id).map(({ id, after, at }) => [id, after.rev, at])).toEqual([
      [1, 1, other.field('System.ChangedDate')],
      [2, 1, made.at],
    ])
    workItems.record([relink(linked, [])], author())
    expect(itemOf(workItems, other.id).field('System.Parent')).toBeUndefined()
  })

  test('an item can be read as it was at any instant', () => {
    const workItems = createWorkItems(world.workItems)
    const item = create(workItems, 'First')
    const created = clock
    const made = author()
    workItems.record([revise(item, { fields: fields({ 'System.Title': 'Second' }) }, made)], made)
    expect(workItems.find(item.id, created - 1)).toBeUndefined()
    expect(workItems.find(item.id, created)?.field('System.Title')).toBe('First')
    expect(workItems.find(item.id, made.at)?.field('System.Title')).toBe('Second')
  })

  test('a deleted item is nowhere but in the bin; restored, it has its links back', () => {
    const workItems = createWorkItems(world.workItems)
    const one = create(workItems, 'Parent')
    const other = create(workItems, 'Child')
    const links = [{ rel: parent, target: one.id, comment: 'why' }]
    workItems.record([relink(one, [{ rel: child, target: other.id }]), relink(other, links)], author())
    const deleted = workItems.remove(itemOf(workItems, one.id), author())
    expect(deleted.item.rev).toBe(2)
    expect(workItems.find(one.id)).toBeUndefined()
    expect(workItems.revisions(one.id)).toEqual([])
    expect([...workItems.all()].some(({ id }) => id === one.id)).toBe(false)
    expect(itemOf(workItems, other.id).field('System.Parent')).toBeUndefined()
    expect([...workItems.deleted()]).toEqual([deleted])
    workItems.restore(deleted, author())
    expect(itemOf(workItems, one.id).rev).toBe(3)
    expect(itemOf(workItems, other.id).links).toEqual(links)
    expect([...workItems.deleted()]).toEqual([])
  })

  test('a destroyed item never comes back, and its ID is not given again', () => {
    const workItems = createWorkItems(world.workItems)
    const item = create(workItems, 'Gone')
    workItems.remove(item, author())
    workItems.destroy(item.id)
    expect(workItems.findDeleted(item.id)).toBeUndefined()
    expect(workItems.find(item.id)).toBeUndefined()
    expect(create(workItems, 'Next').id).toBe(item.id + 1)
    expect([...workItems.changesSince(0)].some(({ after }) => after.id === item.id)).toBe(false)
  })

  test('whoever reads changes page by page misses none and gets none twice, whatever is written meanwhile', () => {
    const step = fc.record({
      kind: fc.constantFrom('create', 'revise', 'relink', 'read'),
      id: fc.integer({ min: 1, max: 300 }),
      page: fc.integer({ min: 1, max: 200 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const workItems = createWorkItems(world.workItems)
        const written = [...workItems.changesSince(0)].map(({ after }) => after)
        const seen: WorkItem[] = []
        let watermark = 0

        function read(page: number): void {
          const changes = workItems.changesSince(watermark)
          for (let left = page; left > 0; left -= 1) {
            const next = changes.next()
            if (next.done) return
            expect(next.value.watermark).toBe(watermark + 1)
            watermark = next.value.watermark
            seen.push(next.value.after)
          }
        }
        for (const { kind, id, page } of steps) {
          if (kind === 'read') read(page)
          else written.push(write(workItems, kind, id))
        }
        read(Number.POSITIVE_INFINITY)
        expect(seen.map(({ id, rev }) => [id, rev])).toEqual(written.map(({ id, rev }) => [id, rev]))
        expect(watermark).toBe(workItems.watermark)
      }),
      { numRuns: 12 },
    )
  })

  test('a revision tells the watermark of the change that made it, and changes of links leave it', () => {
    const workItems = createWorkItems(world.workItems)
    for (const [kind, id] of [
      ['create', 0],
      ['revise', 5],
      ['relink', 5],
      ['relink', 6],
      ['revise', 6],
      ['create', 0],
    ] as const)
      write(workItems, kind, id)
    workItems.restore(workItems.remove(itemOf(workItems, 7), author()), author())
    const made = new Map<string, number>()
    for (const { before, after, watermark } of workItems.changesSince(0)) {
      const key = `${after.id} ${after.rev}`
      if (before?.rev !== after.rev) made.set(key, watermark)
      expect(after.field('System.Watermark')).toBe(made.get(key))
    }
    for (const item of workItems.all()) {
      expect(item.field('System.Watermark')).toBe(made.get(`${item.id} ${item.rev}`))
    }
  })

  test('an instant has the watermark behind which is whatever happened since', () => {
    const workItems = createWorkItems(world.workItems)
    const before = now.getTime() - 30 * 86_400_000
    const since = [...workItems.changesSince(workItems.watermarkAt(before))]
    expect(since.length).toBeGreaterThan(0)
    expect(since.every(({ at }) => at >= before)).toBe(true)
    const made = author()
    workItems.record([revise(itemOf(workItems, 5), {}, made)], made)
    expect([...workItems.changesSince(workItems.watermarkAt(made.at))].map(({ after }) => after.id)).toEqual([5])
    expect([...workItems.changesSince(workItems.watermarkAt(made.at + 1))]).toEqual([])
  })
})
