import 'server-only'
import { abortable, type Now, sleep as realSleep, type Sleep } from '#lib/platform/http/time'
import { longestPauseSeconds } from './retries/schema'

/** The gate through which all requests of one connection go, because they share one rate limit. */
export interface Pacing {
  /** Runs the work when there is a free slot and no pause. A caller that aborts leaves the queue with its reason. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Holds every request that has not started yet for so many seconds, five minutes at most. */
  pause(seconds: number): void
}

interface PacingOptions {
  /** Requests in flight at once. */
  readonly parallelism?: number
  readonly now?: Now
  readonly sleep?: Sleep
}

export function createPacing({ parallelism = 16, now = Date.now, sleep = realSleep }: PacingOptions = {}): Pacing {
  let inFlight = 0
  let openAt = 0
  /** Who waits, in order of arrival; calling one hands it the slot of the request that just ended. */
  const queue = new Set<() => void>()

  async function takeSlot(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    if (inFlight < parallelism) {
      inFlight++
      return
    }
    let takeOver: () => void = () => undefined
    const turn = new Promise<void>((resolve) => {
      takeOver = resolve
    })
    queue.add(takeOver)
    try {
      await abortable(turn, signal)
    } catch (aborted) {
      // Handed over and aborted in the same moment: the slot is ours to pass on.
      if (!queue.delete(takeOver)) freeSlot()
      throw aborted
    }
  }

  function freeSlot(): void {
    const [next] = queue
    if (!next) {
      inFlight--
      return
    }
    queue.delete(next)
    next()
  }

  async function waitUntilOpen(signal?: AbortSignal): Promise<void> {
    for (let wait = openAt - now(); wait > 0; wait = openAt - now()) await sleep(wait, signal)
  }

  return {
    async run(work, signal) {
      await takeSlot(signal)
      try {
        await waitUntilOpen(signal)
        return await work()
      } finally {
        freeSlot()
      }
    },
    pause(seconds) {
      openAt = Math.max(openAt, now() + Math.min(seconds, longestPauseSeconds) * 1000)
    },
  }
}
