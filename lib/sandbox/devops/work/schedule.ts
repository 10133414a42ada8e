import 'server-only'
import type { Iteration } from '../../seed/model'
import type { TeamContext } from './team-context'

type TimeFrame = 'past' | 'current' | 'future'

export interface Scheduled {
  readonly iteration: Iteration
  readonly timeFrame: TimeFrame
}

const startOf = ({ startDate }: Iteration): number => startDate ?? Number.POSITIVE_INFINITY

/** By their dates; those without dates come last, in the order of the tree. */
function chosen({ project, settings }: TeamContext): Iteration[] {
  const identifiers = new Set(settings.iterations)
  const iterations = project.iterations.filter(({ identifier }) => identifiers.has(identifier))
  return iterations.toSorted((one, other) =>
    startOf(one) < startOf(other) ? -1 : Number(startOf(one) > startOf(other)),
  )
}

function timeFrameOf(index: number, current: number): TimeFrame {
  if (index === current) return 'current'
  return index < current ? 'past' : 'future'
}

/**
 * The iterations that a team has chosen. The one that began last is the current one, also on the days between two; if
 * none has begun, or has dates at all, it is the first.
 */
export function scheduleOf(context: TeamContext): Scheduled[] {
  const iterations = chosen(context)
  const begun = iterations.findLastIndex((iteration) => startOf(iteration) <= context.now.getTime())
  const current = Math.max(0, begun)
  return iterations.map((iteration, index) => ({ iteration, timeFrame: timeFrameOf(index, current) }))
}

export const currentIteration = (context: TeamContext): Iteration | undefined =>
  scheduleOf(context).find(({ timeFrame }) => timeFrame === 'current')?.iteration
