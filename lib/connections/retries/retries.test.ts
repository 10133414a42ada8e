import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { type RetryPolicy, retryModes, retryPolicy } from '#lib/platform/azure-devops/schema'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { createClock } from '#lib/platform/testing/clock'
import { type SimulatedAnswer, scenarios, simulateRetries } from './schema'

type Answers = readonly [SimulatedAnswer, ...SimulatedAnswer[]]

/** What the transport itself does: the milliseconds that it asks of its sleep, and how often it asks Azure DevOps. */
async function transported(policy: RetryPolicy, answers: Answers, random: () => number) {
  const clock = createClock(0)
  let requests = 0
  const send = createTransport({
    organization: 'contoso',
    apiVersion: '7.0',
    tokenSource: {
      token: async () => ({ value: 't', tokenType: 'Bearer', expiresIn: 3599, receivedAt: '', algorithm: 'PS256' }),
      invalidate: () => undefined,
    },
    fetch: async () => {
      const { status, headers = {} } = answers[Math.min(requests++, answers.length - 1)] ?? answers[0]
      if (status === undefined) throw Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' })
      return Response.json({}, { status, headers })
    },
    retryPolicy: policy,
    pacing: createPacing(clock),
    ...clock,
    random,
  })
  const ended = await send(z.unknown(), { method: 'GET', path: '_apis/projects' }).then(
    () => 'answered',
    () => 'given up',
  )
  return { ended, requests, waits: clock.waits }
}

function simulated(policy: RetryPolicy, answers: Answers, random: () => number) {
  const { tries } = simulateRetries(policy, { answers }, random)
  const waits = tries.flatMap((one) => one.waits.map(({ seconds }) => seconds * 1000))
  return { ended: tries.at(-1)?.next, requests: tries.length, waits }
}

async function expectAlike(policy: RetryPolicy, answers: Answers, random: () => number) {
  const real = await transported(policy, answers, random)
  const { waits, ...rest } = simulated(policy, answers, random)
  expect(rest).toEqual({ ended: real.ended, requests: real.requests })
  // A millionth of a second is what remains of a sum of fractions, on either side.
  const counted = (all: readonly number[]) => all.filter((wait) => wait > 0.001)
  expect(counted(waits)).toEqual(counted(real.waits).map((wait) => expect.closeTo(wait, 3)))
}

const statuses = [200, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504]
const policies: fc.Arbitrary<RetryPolicy> = fc.record({
  retryMode: fc.constantFrom(...retryModes),
  retryStatusCodeList: fc.uniqueArray(fc.constantFrom(...statuses.slice(1)), { minLength: 1, maxLength: 5 }),
  retryCountMax: fc.integer({ min: 0, max: 20 }),
  retryMultiplyWaitTime: fc.boolean(),
})
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.integer({ min: 0, max: 400 }).map((seconds) => ({ 'retry-after': String(seconds) })),
  fc.integer({ min: 0, max: 400 }).map((seconds) => ({ 'x-ratelimit-delay': `${seconds}.5` })),
)
const answer: fc.Arbitrary<SimulatedAnswer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.record({ status: fc.constantFrom(...statuses), headers }) },
)
const anyAnswers = fc
  .tuple(answer, fc.array(answer, { maxLength: 6 }))
  .map(([first, rest]): Answers => [first, ...rest])
const chance = fc.double({ min: 0, max: 0.999, noNaN: true })

test('the simulated waits are those that the transport asks for, whatever the policy and the answers', async () => {
  await fc.assert(
    fc.asyncProperty(policies, anyAnswers, chance, (policy, answers, random) =>
      expectAlike(policy, answers, () => random),
    ),
    { numRuns: 500 },
  )
})

test.each(Object.entries(scenarios))('so they are in the scenario %s', async (_id, { answers }) => {
  await fc.assert(fc.asyncProperty(policies, (policy) => expectAlike(policy, answers, () => 0.5)))
})

const documented = retryPolicy.parse({})

test('as documented, a server that names its wait gets it', () => {
  const { tries } = simulateRetries(documented, scenarios.throttled)
  expect(tries).toEqual([
    { at: 0, status: 429, next: 'retry', waits: [{ by: 'retry-after', seconds: 30 }] },
    { at: 30, status: 200, next: 'answered', waits: [] },
  ])
})

test('without retries the request fails at once, and the pace still holds the others', () => {
  const { tries, heldSeconds } = simulateRetries({ ...documented, retryMode: 'None' }, scenarios.throttled)
  expect([tries.map(({ next }) => next), heldSeconds]).toEqual([['given up'], 30])
})

test('a wait of the policy that is shorter than the pace is made up to it', () => {
  const answers: Answers = [{ status: 429, headers: { 'x-ratelimit-delay': '10' } }, { status: 200 }]
  const [first] = simulateRetries(documented, { answers }).tries
  expect(first?.waits).toEqual([
    { by: 'policy', seconds: 1 },
    { by: 'pace', seconds: 9 },
  ])
})

test('a refused token is replaced at once and once, by any policy', () => {
  const { tries } = simulateRetries({ ...documented, retryMode: 'RetryAny' }, scenarios.refused)
  expect(tries.map(({ at, next }) => [at, next])).toEqual([
    [0, 'new token'],
    [0, 'given up'],
  ])
})
