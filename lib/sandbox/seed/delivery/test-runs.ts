import 'server-only'
import { createRandom, type Random } from '../random'
import type { Build, Repository, TestRun } from './model'

const subjects = ['cart', 'order', 'search', 'session', 'address', 'payment', 'schedule', 'route', 'report', 'import']
const behaviours = [
  'is created with its defaults',
  'keeps its number when it is changed',
  'refuses an empty name',
  'survives a restart',
  'is found by a part of its name',
  'is deleted with what belongs to it',
  'tells who changed it',
  'is sorted by date',
  'is exported completely',
  'does not lose decimals',
  'is translated',
  'is cached until it changes',
]

/** How many tests a repository has; the larger it is, the more. */
const testCount = ({ size }: Repository): number => 40 + (Math.floor(size / 500_000) % 80)

/** The names of a repository's tests follow from their positions. */
export function testName({ name }: Repository, position: number): string {
  const subject = subjects[position % subjects.length] ?? ''
  const behaviour = behaviours[Math.floor(position / subjects.length) % behaviours.length] ?? ''
  return `${name}.${subject}: ${behaviour}`
}

/** The tests that fail are nearly always the same few. */
function failing({ brokenIn, result, pipeline }: Build, total: number, random: Random): number[] {
  if (brokenIn !== 'Test') return []
  const fragile = Array.from({ length: 8 }, (_, index) => (index * 7 + pipeline.id * 3) % total)
  const count = result === 'partiallySucceeded' ? 1 : 1 + random.below(4)
  const start = random.below(fragile.length)
  return [...fragile.slice(start), ...fragile].slice(0, count).toSorted((one, other) => one - other)
}

/** A run of all tests for each build that came so far. */
export function createTestRuns(builds: readonly Build[]): TestRun[] {
  const tested = builds.filter(({ result, brokenIn }) => result && result !== 'canceled' && brokenIn !== 'Build')
  return tested.map((build, index) => {
    const total = testCount(build.pipeline.repository)
    const failed = failing(build, total, createRandom(build.id))
    const skipped = [total - 1, total - 2].filter((position) => !failed.includes(position))
    const { started = 0, finished = 0 } = build
    const begun = started + (finished - started) * 0.4
    const completed = started + (finished - started) * 0.75
    return {
      id: index + 1,
      build,
      total,
      failed,
      skipped,
      started: Math.floor(begun),
      completed: Math.floor(completed),
    }
  })
}
