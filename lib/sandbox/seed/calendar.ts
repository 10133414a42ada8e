import 'server-only'

const hour = 3_600_000
export const day = 24 * hour

const opens = 8 * hour
const officeDay = 10 * hour
const daysKept = 365

/** 1970-01-01 was a Thursday. */
const weekdayOf = (instant: number): number => (Math.floor(instant / day) + 4) % 7
const isWorkingDay = (instant: number): boolean => weekdayOf(instant) !== 0 && weekdayOf(instant) !== 6

export const startOfDay = (instant: number): number => Math.floor(instant / day) * day

/** Midnight (UTC) of the Monday of that week. */
export const mondayOf = (instant: number): number => startOfDay(instant) - ((weekdayOf(instant) + 6) % 7) * day

/**
 * The last year as a row of working days without the time between them. A position counts working days from its
 * beginning, `length` is now; so a date made from positions never lies at night, on a weekend or in the future.
 */
export interface Calendar {
  readonly now: Date
  readonly length: number
  /** The instant of a position in milliseconds since 1970, from 08:00 to 18:00 UTC. */
  instant(position: number): number
}

export function createCalendar(now: Date): Calendar {
  const today = startOfDay(now.getTime())
  const workingDays = Array.from({ length: daysKept }, (_, index) => today - (daysKept - index) * day).filter(
    isWorkingDay,
  )
  const sinceOpening = Math.min(Math.max(now.getTime() - today - opens, 0), officeDay)
  const countsToday = isWorkingDay(today) && sinceOpening > 0
  if (countsToday) workingDays.push(today)
  const length = workingDays.length - (countsToday ? 1 - sinceOpening / officeDay : 0)
  return {
    now,
    length,
    instant(position) {
      const index = Math.min(Math.max(Math.floor(position), 0), workingDays.length - 1)
      return Math.floor((workingDays[index] ?? today) + opens + (position - index) * officeDay)
    },
  }
}
