import { expect, test } from 'vitest'
import { createWorld } from '../../seed'
import { revise } from './revision'
import { createTags } from './tags'
import { createWorkItems, type WorkItems } from './work-items'

const world = createWorld({ seed: 1, items: 300, now: new Date('2026-11-23T11:00:00Z') })
const [project] = world.projects
const [by] = world.people
if (!project || !by) throw new Error('The world has no projects or no people')

/** Whoever goes through all of them fails. */
const unread = (workItems: WorkItems): WorkItems => ({
  ...workItems,
  get watermark() {
    return workItems.watermark
  },
  all() {
    throw new Error('All work items are read')
  },
})

test('the tags of a project, old and new ones, are known without reading all items', () => {
  const workItems = createWorkItems(world.workItems)
  const tags = createTags(world.workItems, unread(workItems))
  const seeded = tags.of(project).map(({ name }) => name)
  expect(seeded.length).toBeGreaterThan(3)

  const author = { by, at: Date.UTC(2026, 10, 24) }
  const item = [...workItems.all()].find((one) => one.project === project)
  if (!item) throw new Error('The project has no items')
  workItems.record([revise(item, { fields: new Map([['System.Tags', `${seeded[0]}; Brand new`]]) }, author)], author)
  expect(tags.of(project).map(({ name }) => name)).toEqual(
    [...seeded, 'Brand new'].toSorted((one, other) => one.localeCompare(other)),
  )
  expect(tags.find(project, 'brand NEW')?.lastUpdated).toBe(author.at)
  expect(tags.find(project, seeded[0] ?? '')?.lastUpdated).toBeLessThan(author.at)
})
