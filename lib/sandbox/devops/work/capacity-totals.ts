import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import type { Capacity, DateRange } from '../store/team-settings'
import { iterationUnknown } from './errors'

const day = 86_400_000

const daysOf = ({ start, end }: DateRange): number => Math.round((Date.parse(end) - Date.parse(start)) / day) + 1

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** What several people have together. */
export const totalsOf = (capacities: readonly Capacity[]) => ({
  perDay: sum(capacities.flatMap(({ activities }) => activities.map(({ capacityPerDay }) => capacityPerDay))),
  daysOff: sum(capacities.flatMap(({ daysOff }) => daysOff.map(daysOf))),
})

/** The capacity of all teams that have chosen an iteration. */
export function getIterationCapacities(call: Call): Answer {
  const project = projectOf(call)
  const wanted = call.parameters[0] ?? ''
  const iteration = project.iterations.find(({ identifier }) => identifier === wanted.toLowerCase())
  if (!iteration) throw iterationUnknown(wanted)
  const teams = project.teams.flatMap((team) => {
    const settings = call.store.teamSettings.of(project, team)
    if (!settings.iterations.includes(iteration.identifier)) return []
    const totals = totalsOf([...(settings.capacities.get(iteration.identifier)?.values() ?? [])])
    return [{ teamId: team.id, teamCapacityPerDay: totals.perDay, teamTotalDaysOff: totals.daysOff }]
  })
  return answer({
    teams,
    totalIterationCapacityPerDay: sum(teams.map(({ teamCapacityPerDay }) => teamCapacityPerDay)),
    totalIterationDaysOff: sum(teams.map(({ teamTotalDaysOff }) => teamTotalDaysOff)),
  })
}
