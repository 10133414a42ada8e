import { describe, expect, test } from 'vitest'
import { day } from './calendar'
import { createWorld } from './index'
import type { WorkItem, World } from './model'
import { acceptanceCriteriaOf, descriptionOf, reproStepsOf } from './texts'

const now = new Date('2026-11-23T11:00:00Z')
const world = createWorld({ seed: 1, items: 2000, now })

const itemsOf = ({ workItems }: World): WorkItem[] =>
  Array.from({ length: workItems.count }, (_, index) => workItems.latest(index + 1)).filter(
    (item) => item !== undefined,
  )
const items = itemsOf(world)

const dates = (item: WorkItem, ...names: string[]): number[] =>
  names.map((name) => item.field(name)).filter((value) => typeof value === 'number')

describe('createWorld', () => {
  test('the same seed makes the same world, another seed another one', () => {
    const told = (seed: number) =>
      itemsOf(createWorld({ seed, items: 300, now })).map((item) => [
        item.field('System.Title'),
        item.type.name,
        ...dates(item, 'System.ChangedDate'),
      ])
    expect(told(1)).toEqual(told(1))
    expect(told(1)).not.toEqual(told(2))
  })

  test('has as many work items as asked for, numbered from 1, in three projects of three processes', () => {
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1))
    expect(world.projects.map(({ process }) => process.name)).toEqual(['Agile', 'Scrum', 'Basic'])
    const shares = world.projects.map((project) => items.filter((item) => item.project === project).length)
    expect(Math.min(...shares)).toBeGreaterThan(100)
    expect(Math.max(...shares)).toBeLessThan(1400)
  })

  test('no items at all is a world too', () => {
    expect(itemsOf(createWorld({ seed: 1, items: 0, now }))).toEqual([])
  })

  test('people work on weekdays in office hours, and nothing lies in the future', () => {
    for (const item of items) {
      for (const instant of dates(
        item,
        'System.CreatedDate',
        'System.ChangedDate',
        'Microsoft.VSTS.Common.ClosedDate',
      )) {
        const date = new Date(instant)
        expect([0, 6]).not.toContain(date.getUTCDay())
        expect(date.getUTCHours()).toBeGreaterThanOrEqual(8)
        expect(date.getUTCHours()).toBeLessThan(18)
        expect(instant).toBeLessThanOrEqual(now.getTime())
      }
    }
  })

  test('created, activated, resolved, closed and changed follow each other', () => {
    const names = ['Activated', 'Resolved', 'Closed'].map((name) => `Microsoft.VSTS.Common.${name}Date`)
    for (const item of items) {
      const course = dates(item, 'System.CreatedDate', ...names, 'System.ChangedDate')
      expect(course).toEqual(course.toSorted((one, other) => one - other))
    }
  })

  test('each item is in a state of its type and, done or resolved, has its date', () => {
    for (const item of items) {
      const { type } = item
      const state = type.states.find(({ name }) => name === item.field('System.State'))
      const reasons = [state?.reason, ...(state?.otherReasons ?? []), ...Object.values(state?.returns ?? {})]
      expect(reasons).toContain(item.field('System.Reason'))
      expect(dates(item, 'Microsoft.VSTS.Common.ClosedDate').length > 0).toBe(state?.category === 'Completed')
    }
  })

  test('a parent is older, of a higher level and of the same project, and closes after its children', () => {
    const children = items.filter((item) => item.field('System.Parent') !== undefined)
    expect(children.length).toBeGreaterThan(1000)
    for (const child of children) {
      const parent = items[Number(child.field('System.Parent')) - 1]
      expect(parent?.id).toBeLessThan(child.id)
      expect(parent?.project).toBe(child.project)
      expect(parent?.links).toContainEqual({ rel: 'System.LinkTypes.Hierarchy-Forward', target: child.id })
      const [closed = now.getTime()] = parent ? dates(parent, 'Microsoft.VSTS.Common.ClosedDate') : []
      expect(dates(child, 'System.CreatedDate')[0]).toBeLessThan(closed)
    }
  })

  test('its tags are those that items have, each since the oldest item that has it got it', () => {
    const namesOn = (item: WorkItem) => String(item.field('System.Tags') ?? '').split('; ')
    for (const project of world.projects) {
      const own = items.filter((item) => item.project === project)
      const used = new Set(own.flatMap(namesOn).filter((name) => name !== ''))
      const tags = world.workItems.tags().get(project.id) ?? []
      expect(tags.map(({ name }) => name).toSorted()).toEqual([...used].toSorted())
      for (const { name, since } of tags) {
        const oldest = own.find((item) => namesOn(item).includes(name))
        const history = world.workItems.revisions(oldest?.id ?? 0)
        const revision = history.find((item) => namesOn(item).includes(name))
        expect(since).toBe(revision?.field('System.ChangedDate'))
      }
    }
  })

  test('a page of the backlog does not repeat itself', () => {
    const titles = items.slice(-50).map((item) => item.field('System.Title'))
    expect(new Set(titles).size).toBeGreaterThan(45)
  })

  test('one iteration of each project runs today', () => {
    for (const { iterations } of world.projects) {
      const running = iterations.filter(
        ({ startDate = Number.NaN, finishDate = Number.NaN }) =>
          startDate <= now.getTime() && now.getTime() < finishDate + 3 * day,
      )
      expect(running).toHaveLength(1)
    }
  })

  test('long texts are HTML about the item, the same at every reading', () => {
    const bug = items.find(({ type }) => type.level === 'bug')
    if (!bug) throw new Error('There is no bug')
    expect(reproStepsOf(bug)).toMatch(/^<ol><li>.+<\/ol>/)
    expect(reproStepsOf(bug)).toBe(reproStepsOf(bug))
    const descriptions = items.map(descriptionOf)
    expect(descriptions.some((text) => text?.includes('<a href="https://'))).toBe(true)
    expect(descriptions.some((text) => text?.includes('<ul><li>'))).toBe(true)
    expect(descriptions.some((text) => text === undefined)).toBe(true)
    expect(items.map(acceptanceCriteriaOf).some((text) => text?.startsWith('<ul>'))).toBe(true)
  })
})
