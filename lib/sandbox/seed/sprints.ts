import 'server-only'
import type { Calendar } from './calendar'
import type { Iteration } from './model'
import { iterationAt } from './nodes'

/** The iterations of a project that have dates, as positions in its list of iterations. */
export interface Sprints {
  /** The one that runs at that position in the calendar. */
  at(position: number): number
  /** Where in the calendar the next one begins; infinite, if that is yet to come or the iteration has no dates. */
  endOf(iteration: number): number
  /** The one that runs so many sprints later. */
  ahead(position: number, sprints: number): number
}

export function createSprints(iterations: readonly Iteration[], calendar: Calendar): Sprints {
  const dated = iterations.flatMap(({ startDate }, index) => (startDate === undefined ? [] : [index]))
  const days = Array.from({ length: Math.ceil(calendar.length) }, (_, position) => {
    const running = iterationAt(iterations, calendar.instant(position))
    return running ? iterations.indexOf(running) : 0
  })
  const ends = new Map(days.map((sprint, position) => [sprint, position + 1]))
  const current = days.at(-1) ?? 0
  ends.delete(current)

  const at = (position: number): number => days[Math.floor(position)] ?? current
  return {
    at,
    endOf: (iteration) => ends.get(iteration) ?? Number.POSITIVE_INFINITY,
    ahead: (position, sprints) => dated[dated.indexOf(at(position)) + sprints] ?? dated.at(-1) ?? 0,
  }
}
