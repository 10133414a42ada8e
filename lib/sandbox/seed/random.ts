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

/**
 * Mulberry32: 32 bits of state, fast, and good enough to look like chance. A class, because every work item gets some of
 * these, and what is made a million times should not be made of closures.
 */
class Mulberry32 implements Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)]
    if (choice === undefined) throw new RangeError('There is nothing to pick from')
    return choice
  }

  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let sum = 0
    for (const [, weight] of choices) sum += weight
    let rest = this.next() * sum
    for (const [choice, weight] of choices) {
      rest -= weight
      if (rest < 0) return choice
    }
    return this.pick(choices)[0]
  }
}

export const createRandom = (seed: number): Random => new Mulberry32(seed)

/** What is drawn for an item; each aspect has a sequence of its own, so none depends on whether another was drawn. */
const aspects = {
  shape: 1,
  life: 2,
  title: 3,
  tags: 4,
  planning: 5,
  links: 6,
  comments: 7,
  estimate: 8,
  accuracy: 9,
  priority: 10,
}

/** The numbers of one item's aspect, whatever was drawn for others before. */
export function randomOf(seed: number, id: number, aspect: keyof typeof aspects): Random {
  let mixed = Math.imul(seed ^ Math.imul(id, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(aspects[aspect], 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  return createRandom(mixed ^ (mixed >>> 15))
}

/** A GUID whose version digit the caller chooses. */
export function guid(random: Random, version = 4): string {
  const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
