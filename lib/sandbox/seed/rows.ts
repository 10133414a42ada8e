import 'server-only'

/** Where the members of a standing lie in a row. */
const places = {
  /** Who made the revision: like every person here, a position in the organization's list. */
  by: 0,
  /** A position in the states of the item's type. */
  state: 1,
  /** A position in the list of all reasons. */
  reason: 2,
  assignee: 3,
  /** A position in the project's iterations. */
  iteration: 4,
  /** How often the work has been estimated: not at all, once, or once again. */
  sized: 5,
  /** How often work has been recorded. */
  worked: 6,
  /** How many of the item's tags it has. */
  tags: 7,
  /** 0 as long as it has the title that somebody wrote in haste. */
  titled: 8,
  /** How many comments there are. */
  comments: 9,
  /** The number of the comment that is this revision; 0 if it is none. */
  commented: 10,
  /** The revision with which the state began; likewise the milestones, where 0 means that it has not been reached. */
  stateSince: 11,
  activated: 12,
  activatedBy: 13,
  resolved: 14,
  resolvedBy: 15,
  resolvedReason: 16,
  closed: 17,
  closedBy: 18,
} as const

type Member = keyof typeof places

/** Whatever changes in the life of an item, in small whole numbers. */
export type Standing = Record<Member, number>

/** Instead of a person. */
export const nobody = 0xffff

const members = Object.keys(places) as Member[] // keys are typed as any strings, though these are all there are
const width = members.length
const leastRows = 4096

/** How every item stood after each of its revisions, and when that was. */
export interface Rows {
  readonly count: number
  get(row: number, member: Member): number
  /** Milliseconds since 1970. */
  instant(row: number): number
  readonly instants: Float64Array
}

/** Takes in one revision after the other; eight million of them are 370 MB, where objects would be many times that. */
export function createRows() {
  let count = 0
  let values = new Uint16Array(leastRows * width)
  let instants = new Float64Array(leastRows)

  function grow(): void {
    const [before, instantsBefore] = [values, instants]
    values = new Uint16Array(before.length * 2)
    values.set(before)
    instants = new Float64Array(instantsBefore.length * 2)
    instants.set(instantsBefore)
  }

  return {
    get count() {
      return count
    },
    add(standing: Standing, instant: number): void {
      if (count === instants.length) grow()
      const begin = count * width
      members.forEach((member, place) => {
        values[begin + place] = standing[member]
      })
      instants[count] = instant
      count += 1
    },
    get: (row: number, member: Member): number => values[row * width + places[member]] ?? 0,
    instant: (row: number): number => instants[row] ?? 0,
    get instants() {
      return instants.subarray(0, count)
    },
  }
}
