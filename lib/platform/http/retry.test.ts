import { expect, test } from 'vitest'
import { AppError } from '#lib/platform/errors/index'
import { createClock } from '#lib/platform/testing/clock'
import { retry } from './retry'
import { retryAfterOf, withJitter } from './schema'

const now = () => Date.parse('2026-03-02T10:00:00Z')
const failure = new AppError('internal')

test.each([
  ['seconds', '120', 120],
  ['seconds with a fraction', '1.5', 1.5],
  ['an HTTP date', 'Mon, 02 Mar 2026 10:00:30 GMT', 30],
  ['a date that has passed', 'Mon, 02 Mar 2026 09:00:00 GMT', 0],
  ['nonsense', 'soon', undefined],
  ['nothing', '', undefined],
])('Retry-After as %s', (_form, value, seconds) => {
  expect(retryAfterOf(new Headers({ 'retry-after': value }), now)).toBe(seconds)
})

test('an answer without Retry-After asks for no wait', () => {
  expect(retryAfterOf(new Headers(), now)).toBeUndefined()
})

test.each([
  [0, 6],
  [0.5, 8],
  [0.999999, 10],
])('jitter at %f of its range turns 8 seconds into about %f', (random, seconds) => {
  expect(withJitter(8, () => random)).toBeCloseTo(seconds, 4)
})

test('it tries until there is a value, and waits as long as each failure says', async () => {
  const { sleep, waits } = createClock()
  const value = await retry(
    async (retries) => (retries < 2 ? { failure, retryInSeconds: retries + 1 } : { value: retries }),
    sleep,
  )
  expect({ value, waits }).toEqual({ value: 2, waits: [1000, 2000] })
})

test('a failure that names no wait is final', async () => {
  await expect(retry(async () => ({ failure }), createClock().sleep)).rejects.toBe(failure)
})
