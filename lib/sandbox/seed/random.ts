import 'server-only'

/** A source of numbers that gives the same sequence for the same seed; nothing here is secret. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T
}

/** Mulberry32: 32 bits of state, fast, and good enough to look like chance. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (limit: number): number => Math.floor(next() * limit)

  function pick<T>(choices: readonly T[]): T {
    const choice = choices[below(choices.length)]
    if (choice === undefined) throw new RangeError('There is nothing to pick from')
    return choice
  }

  function weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of choices) {
      rest -= weight
      if (rest < 0) return choice
    }
    return pick(choices)[0]
  }

  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    pick,
    weighted,
  }
}

/** A GUID whose version digit the caller chooses. */
export function guid(random: Random, version = 4): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
