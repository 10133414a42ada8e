import { describe, expect, test } from 'vitest'
import { allFields } from '../devops/wit/fields/fields'
import { createWorld } from './index'
import type { WorkItem, World } from './model'

const now = new Date('2026-11-23T11:00:00Z')
const options = { seed: 3, items: 600, revisions: 8, now }
const world = createWorld(options)

const idsOf = ({ workItems }: World): number[] => Array.from({ length: workItems.count }, (_, index) => index + 1)
const histories = idsOf(world).map((id) => world.workItems.revisions(id))

/** Each revision with the one before it. */
const steps = histories.flatMap((revisions) =>
  revisions.slice(1).map((after, index) => ({ before: revisions[index] ?? after, after })),
)

const told = (item: WorkItem | undefined) => ({
  id: item?.id,
  rev: item?.rev,
  links: item?.links,
  fields: item && allFields.map((field) => field.read(item)),
})

const categoryOf = (item: WorkItem) =>
  item.type.states.find(({ name }) => name === item.field('System.State'))?.category
const common = 'Microsoft.VSTS.Common.'
const milestones = ['Activated', 'Resolved', 'Closed']
const changed = (name: string) => steps.filter(({ before, after }) => before.field(name) !== after.field(name))

describe('the history of a work item', () => {
  test('has as many revisions as asked for, on average', () => {
    for (const revisions of [5, 8, 20]) {
      const { workItems } = createWorld({ ...options, revisions })
      expect(workItems.changes.count / workItems.count / revisions).toBeGreaterThan(0.85)
      expect(workItems.changes.count / workItems.count / revisions).toBeLessThan(1.15)
    }
  })

  test('is numbered from 1, goes forward in time, on weekdays, and ends with the item as it is', () => {
    for (const revisions of histories) {
      expect(revisions.map(({ rev }) => rev)).toEqual(revisions.map((_, index) => index + 1))
      const dates = revisions.map((item) => Number(item.field('System.ChangedDate')))
      expect(dates[0]).toBe(revisions[0]?.field('System.CreatedDate'))
      expect(dates).toEqual([...new Set(dates)].sort((one, other) => one - other))
      expect(dates.some((date) => [0, 6].includes(new Date(date).getUTCDay()) || date > now.getTime())).toBe(false)
      const latest = world.workItems.latest(revisions[0]?.id ?? 0)
      expect(told(revisions.at(-1))).toEqual(told(latest))
    }
  })

  test('what an item was born with stays', () => {
    const names = ['System.CreatedDate', 'System.CreatedBy', 'System.Parent', `${common}Priority`]
    const born = (item: WorkItem) => [item.project, item.type, item.area, ...names.map((name) => item.field(name))]
    for (const { before, after } of steps) {
      const [was, is] = [born(before), born(after)]
      expect(was.every((value, index) => value === is[index])).toBe(true)
    }
  })

  test('whoever changes the state leaves its date; a reason belongs to the way the item came', () => {
    for (const { before, after } of steps) {
      const moved = before.field('System.State') !== after.field('System.State')
      const since = after.field(`${common}StateChangeDate`)
      expect(since).toBe(moved ? after.field('System.ChangedDate') : before.field(`${common}StateChangeDate`))
      if (!moved) continue
      const state = after.type.states.find(({ name }) => name === after.field('System.State'))
      const back = state?.returns?.[String(before.field('System.State'))]
      const usual = [state?.reason, ...(state?.otherReasons ?? [])]
      expect(back === undefined ? usual : [back]).toContain(after.field('System.Reason'))
    }
  })

  test('a milestone has somebody who reached it, and is emptied when work goes back behind it', () => {
    for (const item of histories.flat()) {
      const reached = milestones.filter((name) => item.field(`${common}${name}Date`) !== undefined)
      const known = milestones.filter((name) => item.field(`${common}${name}By`) !== undefined)
      expect(known).toEqual(reached)
      expect(reached.includes('Closed')).toBe(categoryOf(item) === 'Completed')
      if (categoryOf(item) === 'Proposed') expect(reached).toEqual([])
    }
  })

  test('whoever closes an item leaves name and date', () => {
    const closed = changed(`${common}ClosedDate`).filter(({ after }) => categoryOf(after) === 'Completed')
    expect(closed.length).toBeGreaterThan(200)
    for (const { after } of closed) {
      expect(after.field(`${common}ClosedDate`)).toBe(after.field('System.ChangedDate'))
      expect(after.field(`${common}ClosedBy`)).toBe(after.field('System.ChangedBy'))
    }
  })

  test('some work is reopened', () => {
    const reopened = steps.filter(
      ({ before, after }) => categoryOf(before) === 'Completed' && categoryOf(after) === 'InProgress',
    )
    expect(reopened.length).toBeGreaterThan(10)
  })

  test('unfinished work moves on into the sprint that begins, so none in progress is left behind', () => {
    expect(changed('System.State').length).toBeGreaterThan(400)
    const moves = steps.filter(
      ({ before, after }) => before.iteration !== after.iteration && categoryOf(before) === categoryOf(after),
    )
    expect(moves.length).toBeGreaterThan(50)
    const running = idsOf(world).flatMap((id) => world.workItems.latest(id) ?? [])
    const unfinished = running.filter((item) => categoryOf(item) === 'InProgress' && item.iteration.startDate)
    expect(unfinished.length).toBeGreaterThan(5)
    for (const { iteration } of unfinished) {
      expect(iteration.finishDate).toBeGreaterThan(now.getTime() - 4 * 86_400_000)
    }
  })

  test('remaining work counts down, is gone with the work, and estimates change', () => {
    const remaining = 'Microsoft.VSTS.Scheduling.RemainingWork'
    const recorded = steps.filter(({ before, after }) => {
      const [was, is] = [before.field(remaining), after.field(remaining)]
      return typeof was === 'number' && typeof is === 'number' && is < was
    })
    expect(recorded.length).toBeGreaterThan(50)
    for (const item of histories.flat()) {
      if (categoryOf(item) === 'Completed') expect(item.field(remaining)).toBeUndefined()
    }
    expect(changed('Microsoft.VSTS.Scheduling.StoryPoints').length).toBeGreaterThan(20)
  })

  test('a comment is one revision, and the revisions before it are all that are counted', () => {
    for (const revisions of histories) {
      let comments = 0
      for (const item of revisions) {
        if (item.field('System.History') !== undefined) comments += 1
        expect(item.field('System.CommentCount')).toBe(comments)
      }
    }
    expect(changed('System.CommentCount').length).toBeGreaterThan(200)
  })

  test('titles are edited and tags added', () => {
    expect(changed('System.Title').length).toBeGreaterThan(4)
    for (const { before, after } of changed('System.Tags')) {
      const tags = String(after.field('System.Tags')).split('; ')
      expect(tags).toEqual(expect.arrayContaining(String(before.field('System.Tags') ?? tags[0]).split('; ')))
    }
    expect(changed('System.Tags').length).toBeGreaterThan(20)
  })

  test('who left does nothing any more, and their unfinished work is somebody else’s', () => {
    const members = new Set(world.projects.flatMap(({ teams }) => teams.flatMap((team) => team.members)))
    const leavers = world.people.filter((person) => !members.has(person))
    expect(leavers.length).toBeGreaterThan(0)
    const month = now.getTime() - 30 * 86_400_000
    for (const item of histories.flat()) {
      if (Number(item.field('System.ChangedDate')) < month) continue
      expect(leavers).not.toContain(item.field('System.ChangedBy'))
    }
    for (const item of histories.flatMap((revisions) => revisions.at(-1) ?? [])) {
      const isOpen = !['Completed', 'Removed'].includes(String(categoryOf(item)))
      if (isOpen) expect(leavers).not.toContain(item.field('System.AssignedTo'))
    }
  })

  test('a revision has the links that were there by its end', () => {
    const parents = histories.filter((revisions) => (revisions.at(-1)?.links.length ?? 0) > 3 && revisions.length > 2)
    expect(parents.length).toBeGreaterThan(10)
    for (const revisions of parents) {
      for (const [index, item] of revisions.entries()) {
        const end = Number(revisions[index + 1]?.field('System.ChangedDate') ?? now.getTime() + 1)
        const others = item.links.flatMap(({ target }) => (typeof target === 'number' ? [target] : []))
        const all = revisions.at(-1)?.links.flatMap(({ target }) => (typeof target === 'number' ? [target] : [])) ?? []
        const created = (id: number) => Number(world.workItems.latest(id)?.field('System.CreatedDate'))
        expect(others).toEqual(all.filter((id) => created(id) < end))
      }
    }
  })
})

describe('reading', () => {
  test('the same world is read whatever the order of reading', () => {
    const { workItems } = createWorld(options)
    for (const revisions of histories.slice(-100).toReversed()) {
      const again = workItems
        .revisions(revisions[0]?.id ?? 0)
        .toReversed()
        .map(told)
      expect(again.toReversed()).toEqual(revisions.map(told))
    }
  })

  test('an item read alone is the item read after all others', () => {
    expect(told(createWorld(options).workItems.latest(400))).toEqual(told(world.workItems.latest(400)))
  })

  test('IDs that are none have neither item nor history', () => {
    for (const id of [0, -1, 1.5, 601, Number.NaN]) {
      expect(world.workItems.latest(id)).toBeUndefined()
      expect(world.workItems.revisions(id)).toEqual([])
    }
  })
})

describe('the order of all revisions', () => {
  const { changes } = world.workItems
  const all = Array.from({ length: changes.count }, (_, position) => changes.at(position))
  const instants = all.map((change) =>
    Number(histories[(change?.id ?? 0) - 1]?.[(change?.rev ?? 0) - 1]?.field('System.ChangedDate')),
  )

  test('holds each revision once, by time', () => {
    expect(new Set(all.map((change) => `${change?.id} ${change?.rev}`)).size).toBe(histories.flat().length)
    expect(instants).toEqual(instants.toSorted((one, other) => one - other))
  })

  test('a revision is found where it is', () => {
    for (const [position, change] of all.entries()) {
      expect(changes.positionOf(change?.id ?? 0, change?.rev ?? 0)).toBe(position)
    }
    expect(changes.positionOf(1, 0)).toBeUndefined()
    expect(changes.positionOf(1, 999)).toBeUndefined()
    expect(changes.positionOf(601, 1)).toBeUndefined()
    expect(changes.at(-1)).toBeUndefined()
    expect(changes.at(changes.count)).toBeUndefined()
  })

  test('a revision is at the same place for who asks first, and its watermark counts from 1', () => {
    for (const [position, change] of all.entries()) {
      if (position % 100 !== 0) continue
      const { workItems } = createWorld(options)
      const [id, rev] = [change?.id ?? 0, change?.rev ?? 0]
      expect(workItems.changes.positionOf(id, rev)).toBe(position)
      expect(workItems.revisions(id)[rev - 1]?.field('System.Watermark')).toBe(position + 1)
    }
  })

  test('whoever asks since an instant gets it and what is later', () => {
    const middle = instants[2000] ?? 0
    expect(changes.firstSince(0)).toBe(0)
    expect(changes.firstSince(middle)).toBe(instants.indexOf(middle))
    expect(changes.firstSince(middle + 1)).toBe(instants.findIndex((instant) => instant > middle))
    expect(changes.firstSince(now.getTime() + 1)).toBe(changes.count)
  })
})
