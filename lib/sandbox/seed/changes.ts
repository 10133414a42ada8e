import 'server-only'
import type { Changes } from './model'

/** When the revisions of all items came about: those of item 1 first to last, then those of item 2, and so on. */
export interface RevisionTimes {
  /** Milliseconds since 1970. */
  readonly instants: Float64Array
  /** For each item, beginning with item 1, where its revisions begin; and one more for the end. */
  readonly starts: Uint32Array
}

/** Bits of a sort key that hold a revision's index; those above hold its time. */
const indexBits = 29
const indexMask = 2 ** indexBits - 1
const upper = 2 ** (32 - indexBits)

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/**
 * Indexes in the order of the times. Time and index are put into one number of 64 bits, because an array of numbers
 * sorts itself ten times as fast as one that asks a function; and half by half, because a bigint for each is slow.
 */
function orderOf(instants: Float64Array): Uint32Array {
  const begin = instants.reduce((least, instant) => Math.min(least, instant), Number.POSITIVE_INFINITY)
  const keys = new BigUint64Array(instants.length)
  const halves = new Uint32Array(keys.buffer)
  const [low, high] = littleEndian ? [0, 1] : [1, 0]
  instants.forEach((instant, index) => {
    const since = instant - begin
    halves[2 * index + high] = Math.floor(since / upper)
    halves[2 * index + low] = (since % upper) * (indexMask + 1) + index
  })
  keys.sort()
  return Uint32Array.from({ length: instants.length }, (_, position) => (halves[2 * position + low] ?? 0) & indexMask)
}

/** The first of `length` positions that `isAfter` holds for, if it holds for all behind it; `length` if for none. */
function firstPosition(length: number, isAfter: (position: number) => boolean): number {
  let [least, most] = [0, length]
  while (least < most) {
    const middle = (least + most) >>> 1
    if (isAfter(middle)) most = middle
    else least = middle + 1
  }
  return least
}

/** How many revisions come before one: those that were earlier, and those of the same instant with a lower index. */
function countBefore(instants: Float64Array, index: number): number {
  const instant = instants[index] ?? Number.NaN
  let count = 0
  for (let other = 0; other < instants.length; other += 1) {
    const at = instants[other] ?? Number.NaN
    if (at < instant || (at === instant && other < index)) count += 1
  }
  return count
}

/** For so many it is quicker to count those before them, with eight million in some twenty milliseconds each. */
const mostCounted = 50

/** Puts all revisions into one order when somebody needs it for the first time; with eight million it takes seconds. */
export function createChanges(times: () => RevisionTimes): Changes {
  let known: (RevisionTimes & { readonly order: Uint32Array; readonly positions: Uint32Array }) | undefined
  let counted = 0

  function ordered() {
    if (known) return known
    const { instants, starts } = times()
    const order = orderOf(instants)
    const positions = new Uint32Array(order.length)
    order.forEach((index, position) => {
      positions[index] = position
    })
    known = { instants, starts, order, positions }
    return known
  }

  return {
    get count() {
      return times().instants.length
    },
    at(position) {
      const { order, starts } = ordered()
      const index = order[position]
      if (index === undefined) return undefined
      const id = firstPosition(starts.length, (item) => (starts[item] ?? 0) > index)
      return { id, rev: index - (starts[id - 1] ?? 0) + 1 }
    },
    positionOf(id, rev) {
      const { instants, starts } = times()
      const index = (starts[id - 1] ?? Number.NaN) + rev - 1
      if (!(rev >= 1 && index < (starts[id] ?? 0))) return undefined
      counted += 1
      return known || counted > mostCounted ? ordered().positions[index] : countBefore(instants, index)
    },
    firstSince(instant) {
      const { order, instants } = ordered()
      return firstPosition(order.length, (position) => (instants[order[position] ?? 0] ?? 0) >= instant)
    },
  }
}
