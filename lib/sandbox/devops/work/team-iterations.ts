import 'server-only'
import { type Answer, answer, answerList, created, noContent } from '../protocol/answer'
import { bodyOf, type Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { dateText } from '../wit/render'
import { backlogIterationInvalid, iterationUnknown } from './errors'
import { type Scheduled, scheduleOf } from './schedule'
import {
  iterationOf,
  iterationsLink,
  iterationUrl,
  settingsLink,
  settingsUrl,
  type TeamContext,
  teamContext,
  teamLinks,
} from './team-context'

const instant = (date: number | undefined): string | null => (date === undefined ? null : dateText(date))

export const teamIterationUrl = (context: TeamContext, identifier: string): string =>
  `${settingsUrl(context)}/iterations/${identifier}`

const shown = (context: TeamContext, { iteration, timeFrame }: Scheduled) => ({
  id: iteration.identifier,
  name: iteration.name,
  path: iteration.path,
  attributes: { startDate: instant(iteration.startDate), finishDate: instant(iteration.finishDate), timeFrame },
  url: teamIterationUrl(context, iteration.identifier),
})

function shownWithLinks(context: TeamContext, scheduled: Scheduled) {
  const { url, ...about } = shown(context, scheduled)
  const links = {
    ...teamLinks(context, url),
    ...settingsLink(context),
    ...iterationsLink(context),
    capacity: { href: `${url}/capacities` },
    workitems: { href: `${url}/workitems` },
    classificationNode: { href: iterationUrl(context, scheduled.iteration) },
    teamDaysOff: { href: `${url}/teamdaysoff` },
  }
  return { ...about, url, _links: links }
}

/** One of the team's own iterations. @throws 404 */
export function teamIteration(context: TeamContext, identifier: string): Scheduled {
  const scheduled = scheduleOf(context).find(({ iteration }) => iteration.identifier === identifier.toLowerCase())
  if (!scheduled) throw iterationUnknown(identifier)
  return scheduled
}

/** All, or the current one; other time frames cannot be asked for. */
export function listTeamIterations(call: Call): Answer {
  const context = teamContext(call)
  const wanted = call.query.get('$timeframe')?.toLowerCase()
  if (wanted && wanted !== 'current') throw argumentRefused(`The value '${wanted}' is not valid for $timeframe.`)
  const schedule = scheduleOf(context).filter(({ timeFrame }) => !wanted || timeFrame === wanted)
  return answerList(schedule.map((scheduled) => shown(context, scheduled)))
}

export function getTeamIteration(call: Call): Answer {
  const context = teamContext(call)
  return answer(shownWithLinks(context, teamIteration(context, call.parameters[0] ?? '')))
}

/** A team that has no backlog iteration yet cannot choose iterations. */
export async function addTeamIteration(call: Call): Promise<Answer> {
  const context = teamContext(call)
  const { store, project, team, settings } = context
  const { id } = await bodyOf(call.request)
  const iteration = typeof id === 'string' ? iterationOf(context, id) : undefined
  if (!iterationOf(context, settings.backlogIteration)) throw backlogIterationInvalid()
  if (!iteration) throw iterationUnknown(String(id))
  const iterations = [...new Set([...settings.iterations, iteration.identifier])]
  const changed = store.teamSettings.change(project, team, { iterations })
  const after = { ...context, settings: changed }
  return created(shownWithLinks(after, teamIteration(after, iteration.identifier)))
}

export function removeTeamIteration(call: Call): Answer {
  const context = teamContext(call)
  const { store, project, team, settings } = context
  const { identifier } = teamIteration(context, call.parameters[0] ?? '').iteration
  store.teamSettings.change(project, team, { iterations: settings.iterations.filter((one) => one !== identifier) })
  return noContent
}
