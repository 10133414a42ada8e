import { expect, test } from 'vitest'
import { retryPolicy } from '../schema'
import { secondsBeforeRetry } from './schema'

const random = () => 0.5
const failed = (status?: number, retryAfter?: number) => ({ status, retryAfter, random })
const documented = retryPolicy.parse({})

test('as documented: 429 and lost connections five times, each wait twice the one before', () => {
  const waits = (status?: number) =>
    Array.from({ length: 6 }, (_, n) => secondsBeforeRetry(documented, n, failed(status)))
  expect(waits(429)).toEqual([1, 2, 4, 8, 16, undefined])
  expect(waits(undefined)).toEqual([1, 2, 4, 8, 16, undefined])
  expect(waits(503)).toEqual(Array(6).fill(undefined))
})

test('RetryStatusCodeList names the codes', () => {
  const policy = retryPolicy.parse({ retryStatusCodeList: '429|502, 503' })
  const retried = [429, 500, 502, 503].filter((status) => secondsBeforeRetry(policy, 0, failed(status)) !== undefined)
  expect(retried).toEqual([429, 502, 503])
})

test('RetryAny retries what another try can change', () => {
  const policy = retryPolicy.parse({ retryMode: 'RetryAny' })
  const statuses = [undefined, 400, 401, 403, 404, 408, 409, 412, 429, 500, 502, 503, 504]
  const retried = statuses.filter((status) => secondsBeforeRetry(policy, 0, failed(status)) !== undefined)
  expect(retried).toEqual([undefined, 408, 429, 500, 502, 503, 504])
})

test('None retries nothing', () => {
  const policy = retryPolicy.parse({ retryMode: 'None' })
  expect([undefined, 429, 503].map((status) => secondsBeforeRetry(policy, 0, failed(status, 1)))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('without RetryMultiplyWaitTime every wait is alike', () => {
  const policy = retryPolicy.parse({ retryMultiplyWaitTime: false })
  expect([0, 1, 4].map((retries) => secondsBeforeRetry(policy, retries, failed(429)))).toEqual([1, 1, 1])
})

test('Retry-After wins over the computed wait, without jitter', () => {
  expect(secondsBeforeRetry(documented, 3, failed(429, 0.5))).toBe(0.5)
  expect(secondsBeforeRetry(documented, 0, failed(429, 300))).toBe(300)
})

test('a Retry-After of more than five minutes ends the tries', () => {
  expect(secondsBeforeRetry(documented, 0, failed(429, 301))).toBeUndefined()
})

test('jitter stays within a quarter of the wait', () => {
  const policy = retryPolicy.parse({ retryCountMax: 20 })
  const wait = (retries: number, random: number) =>
    secondsBeforeRetry(policy, retries, { ...failed(429), random: () => random })
  expect([wait(2, 0), wait(2, 0.999999)]).toEqual([3, expect.closeTo(5, 4)])
  expect(wait(19, 0.999999)).toBe(300)
})
