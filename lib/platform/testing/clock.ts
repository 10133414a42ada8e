import type { Sleep } from '#lib/platform/http/time'

/** A clock that only sleeping moves, so nothing waits. Two that sleep side by side wake at their own times. */
export function createClock(start = Date.parse('2026-03-02T10:00:00Z')) {
  let time = start
  const waits: number[] = []
  const sleep: Sleep = async (milliseconds, signal) => {
    signal?.throwIfAborted()
    waits.push(milliseconds)
    const wakeAt = time + milliseconds
    await Promise.resolve()
    time = Math.max(time, wakeAt)
  }
  const advance = (milliseconds: number) => {
    time += milliseconds
  }
  return { now: () => time, sleep, waits, advance }
}
