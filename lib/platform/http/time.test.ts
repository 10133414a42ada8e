import { expect, test } from 'vitest'
import { abortable, sleep, withDeadline } from './time'

const never = new Promise<never>(() => undefined)
const tooLate = () => new Error('too late')

test('a wait ends with the reason of an abort', async () => {
  const controller = new AbortController()
  const wait = sleep(60_000, controller.signal)
  controller.abort(new Error('left'))
  await expect(wait).rejects.toThrow('left')
})

test('a wait without an abort ends by itself', async () => {
  await expect(sleep(1)).resolves.toBeUndefined()
})

test('work that is given up goes on, and its failure then is nobody’s', async () => {
  let fail: (error: Error) => void = () => undefined
  const work = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  await expect(abortable(work, AbortSignal.abort(new Error('left')))).rejects.toThrow('left')
  fail(new Error('nobody listens'))
  await new Promise(setImmediate)
})

test('work that does not end in time is left behind with the error given for it, and its signal aborts', async () => {
  let seen: AbortSignal | undefined
  const late = withDeadline(1, tooLate, undefined, (signal) => {
    seen = signal
    return never
  })
  await expect(late).rejects.toThrow('too late')
  expect(seen?.aborted).toBe(true)
})

test("the caller's abort reaches the work", async () => {
  const controller = new AbortController()
  const work = withDeadline(60_000, tooLate, controller.signal, () => never)
  controller.abort(new Error('left'))
  await expect(work).rejects.toThrow('left')
})

test('work of a caller that has left is not begun', async () => {
  let begun = false
  const work = withDeadline(60_000, tooLate, AbortSignal.abort(new Error('left')), async () => {
    begun = true
  })
  await expect(work).rejects.toThrow('left')
  expect(begun).toBe(false)
})
