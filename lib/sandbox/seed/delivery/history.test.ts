import { beforeAll, expect, test } from 'vitest'
import { createWorld } from '..'
import { createDelivery } from '.'
import type { Commit, Delivery, FileChange } from './model'

const now = new Date('2026-11-23T11:00:00Z')
let delivery: Delivery

beforeAll(() => {
  delivery = createDelivery(createWorld({ seed: 1, items: 300, now }), now)()
})

const kindOf = ({ before, after }: FileChange) =>
  before === undefined ? 'add' : after === undefined ? 'delete' : 'edit'

function countsOf(changes: readonly FileChange[]): Commit['changes'] {
  const counts = { add: 0, edit: 0, delete: 0 }
  for (const change of changes) counts[kindOf(change)] += 1
  return counts
}

test('every commit changes as many files as it says, and none of them twice', () => {
  for (const { repository, commits, merge } of delivery.pullRequests) {
    const { changesOf } = delivery.historyOf(repository)
    for (const commit of [...commits, merge]) {
      const changes = changesOf(commit)
      expect(countsOf(changes)).toEqual(commit.changes)
      expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length)
    }
  }
})

test('a commit finds the files as those before it left them', () => {
  for (const repository of delivery.repositories) {
    const { changesOf } = delivery.historyOf(repository)
    const files = new Map<string, string>()
    for (const commit of delivery.commitsOf(repository).toReversed()) {
      for (const { path, before, after } of changesOf(commit)) {
        expect(files.get(path)).toBe(before)
        if (after === undefined) files.delete(path)
        else files.set(path, after)
      }
    }
    expect(delivery.historyOf(repository).filesAt(delivery.commitsOf(repository)[0])).toEqual(files)
  }
})

test('a pull request stands on a commit of the main branch that was there when it was made', () => {
  for (const { repository, base, commits, created, status } of delivery.pullRequests) {
    const history = delivery.historyOf(repository)
    const [tip = commits[0]] = commits.toReversed()
    expect(history.lineOf(tip).map(({ id }) => id)).toContain(base)
    if (status !== 'completed') expect(history.find(base)?.at).toBeLessThanOrEqual(created)
  }
})

test('what a pull request did to the files is what its commits did', () => {
  const some = delivery.pullRequests.filter(({ id }) => id % 20 === 0)
  for (const { repository, commits, merge } of some) {
    const { filesAt } = delivery.historyOf(repository)
    expect(filesAt(merge)).toEqual(filesAt(commits.at(-1) ?? commits[0]))
  }
})
