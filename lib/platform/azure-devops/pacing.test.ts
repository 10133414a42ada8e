import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { createPacing } from './pacing'

const nextTurn = () => new Promise(setImmediate)

/** Work that ends when it is told to. */
function task() {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { ended, end: () => end() }
}

test('never more than so many are in flight, all get their turn, in order', async () => {
  const pacing = createPacing({ parallelism: 3 })
  let inFlight = 0
  let most = 0
  const order: number[] = []
  const work = (index: number) => async () => {
    order.push(index)
    most = Math.max(most, ++inFlight)
    await nextTurn()
    inFlight--
  }
  await Promise.all(Array.from({ length: 50 }, (_, index) => pacing.run(work(index))))
  expect(most).toBe(3)
  expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index))
})

test('work that fails gives its slot back', async () => {
  const pacing = createPacing({ parallelism: 1 })
  const failing = pacing.run(async () => {
    throw new Error('failed')
  })
  await expect(failing).rejects.toThrow('failed')
  await expect(pacing.run(async () => 'next')).resolves.toBe('next')
})

test('a pause holds all that has not started, the longest pause wins', async () => {
  const clock = createClock(0)
  const pacing = createPacing({ parallelism: 2, ...clock })
  pacing.pause(5)
  pacing.pause(2)
  const starts = await Promise.all(Array.from({ length: 6 }, () => pacing.run(async () => clock.now())))
  expect(new Set(starts)).toEqual(new Set([5000]))
})

test('a pause that begins while another is slept through is kept as well', async () => {
  const clock = createClock(0)
  const pacing = createPacing({ ...clock })
  pacing.pause(1)
  const started = pacing.run(async () => clock.now())
  pacing.pause(10)
  expect(await started).toBe(10_000)
})

test('no pause is longer than five minutes', async () => {
  const clock = createClock(0)
  const pacing = createPacing({ ...clock })
  pacing.pause(86_400)
  expect(await pacing.run(async () => clock.now())).toBe(300_000)
})

test('who aborts leaves the queue, and the others get their turn', async () => {
  const pacing = createPacing({ parallelism: 1 })
  const first = task()
  const running = pacing.run(() => first.ended)
  const controller = new AbortController()
  let ran = false
  const leaving = pacing.run(async () => {
    ran = true
  }, controller.signal)
  const staying = pacing.run(async () => 'turn')
  controller.abort(new Error('left'))
  await expect(leaving).rejects.toThrow('left')
  first.end()
  await running
  await expect(staying).resolves.toBe('turn')
  expect(ran).toBe(false)
})

test.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
  'who aborts %i ticks around its turn does not lose the slot',
  async (ticks) => {
    const pacing = createPacing({ parallelism: 1 })
    const first = task()
    const running = pacing.run(() => first.ended)
    const controller = new AbortController()
    const leaving = pacing.run(async () => 'turn', controller.signal)
    const staying = pacing.run(async () => 'turn')
    first.end()
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
    controller.abort(new Error('left'))
    await Promise.allSettled([running, leaving])
    await expect(staying).resolves.toBe('turn')
  },
)

test('who aborts within a pause frees the slot at once', async () => {
  const clock = createClock(0)
  const controller = new AbortController()
  const pacing = createPacing({
    parallelism: 1,
    now: clock.now,
    sleep: (milliseconds, signal) => {
      controller.abort(new Error('left'))
      return clock.sleep(milliseconds, signal)
    },
  })
  pacing.pause(5)
  await expect(pacing.run(async () => 'turn', controller.signal)).rejects.toThrow('left')
  await expect(pacing.run(async () => 'turn')).resolves.toBe('turn')
})
