import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A clock that can be wrong for whatever happens while one request is served. */
export function createClock(real: () => Date) {
  const skew = new AsyncLocalStorage<number>()
  return {
    now: (): Date => new Date(real().getTime() + (skew.getStore() ?? 0) * 1000),
    /** Runs something under a clock that is that many seconds fast. */
    skewed: <Result>(seconds: number, run: () => Result): Result => skew.run(seconds, run),
  }
}
