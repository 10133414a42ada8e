import { beforeAll, describe, expect, test } from 'vitest'
import { createWorld } from '..'
import { createCalendar } from '../calendar'
import type { World } from '../model'
import { departuresOf } from '../people'
import { createDelivery } from '.'
import type { Delivery } from './model'

const now = new Date('2026-11-23T11:00:00Z')
let world: World
let delivery: Delivery

beforeAll(() => {
  world = createWorld({ seed: 1, items: 3000, now })
  delivery = createDelivery(world, now)()
})

test('the same world gives the same delivery', () => {
  const again = createDelivery(createWorld({ seed: 1, items: 3000, now }), now)()
  const shape = ({ pullRequests, builds, testRuns }: Delivery) => ({
    pullRequests: pullRequests.map(({ id, title, merge, created }) => [id, title, merge.id, created]),
    builds: builds.map(({ id, number, result, queued }) => [id, number, result, queued]),
    testRuns: testRuns.map(({ id, failed }) => [id, failed]),
  })
  expect(shape(again)).toEqual(shape(delivery))
})

test('six repositories had a year of pull requests and builds', () => {
  expect(delivery.repositories).toHaveLength(6)
  expect(delivery.pullRequests.length).toBeGreaterThan(800)
  expect(delivery.builds.length).toBeGreaterThan(2000)
  expect(delivery.testRuns.length).toBeGreaterThan(1500)
})

describe('pull requests', () => {
  test('are numbered as they were made, and nothing happens after now', () => {
    const created = delivery.pullRequests.map((one) => one.created)
    expect(created).toEqual(created.toSorted((one, other) => one - other))
    expect(delivery.pullRequests.map(({ id }) => id)).toEqual(created.map((_, index) => index + 1))
    for (const { closed, commits } of delivery.pullRequests) {
      expect(Math.max(closed ?? 0, ...commits.map(({ at }) => at))).toBeLessThanOrEqual(now.getTime())
    }
  })

  test('that were completed were approved by somebody other than their author, and closed after they were made', () => {
    for (const { status, closed, created, reviews, createdBy } of delivery.pullRequests) {
      expect(reviews.every(({ reviewer }) => reviewer !== createdBy)).toBe(true)
      expect(closed === undefined).toBe(status === 'active')
      if (status === 'completed') expect(reviews.some(({ vote }) => vote === 10)).toBe(true)
      if (closed !== undefined) expect(closed).toBeGreaterThan(created)
    }
  })

  test('are mostly about work items of their project that existed then', () => {
    const linked = delivery.pullRequests.filter(({ workItems }) => workItems.length > 0)
    expect(linked.length).toBeGreaterThan(delivery.pullRequests.length / 2)
    for (const { workItems, repository, created, createdBy } of linked) {
      expect(repository.people).toContain(createdBy)
      for (const id of workItems) {
        const item = world.workItems.latest(id)
        expect(item?.project.id).toBe(repository.project.id)
        expect(Number(item?.field('System.CreatedDate'))).toBeLessThan(created)
      }
    }
  })
})

test('a main branch is one line of commits, each on the one before it', () => {
  for (const repository of delivery.repositories) {
    const commits = delivery.commitsOf(repository)
    commits.forEach(({ parents, at }, index) => {
      const before = commits[index + 1]
      expect(parents).toEqual(before ? [before.id] : [])
      expect(at).toBeGreaterThanOrEqual(before?.at ?? 0)
    })
  }
})

describe('builds', () => {
  test('are numbered as they were queued, and have a result once they are completed', () => {
    const queued = delivery.builds.map((one) => one.queued)
    expect(queued).toEqual(queued.toSorted((one, other) => one - other))
    for (const { status, result, started = 0, finished = Number.POSITIVE_INFINITY } of delivery.builds) {
      expect(result !== undefined).toBe(status === 'completed')
      expect(finished).toBeGreaterThanOrEqual(started)
    }
    expect(new Set(delivery.builds.map(({ pipeline, number }) => `${pipeline.id} ${number}`)).size).toBe(queued.length)
  })

  test('let nothing be merged that did not succeed', () => {
    const latest = new Map(delivery.builds.map((build) => [build.pullRequest, build.result]))
    for (const pullRequest of delivery.pullRequests) {
      if (pullRequest.status === 'completed') expect(latest.get(pullRequest)).toBe('succeeded')
    }
  })

  test('that failed in their tests have failed tests, and those that succeeded have none', () => {
    for (const { build, failed, skipped, total } of delivery.testRuns) {
      expect(failed.length > 0).toBe(build.brokenIn === 'Test')
      expect(new Set([...failed, ...skipped]).size).toBe(failed.length + skipped.length)
      expect(Math.max(-1, ...failed)).toBeLessThan(total)
    }
  })
})

test('nobody makes or reviews a pull request after leaving', () => {
  const departures = departuresOf(world.people, createCalendar(now))
  const left = world.people.filter((_, index) => departures[index] !== Number.POSITIVE_INFINITY)
  const monthAgo = now.getTime() - 30 * 24 * 3_600_000
  const recent = delivery.pullRequests.filter(({ created }) => created > monthAgo)
  const involved = new Set(
    recent.flatMap(({ createdBy, reviews }) => [createdBy, ...reviews.map((one) => one.reviewer)]),
  )
  expect(left.length).toBeGreaterThan(0)
  expect(left.filter((person) => involved.has(person))).toEqual([])
  expect(involved.size).toBeGreaterThan(10)
})
