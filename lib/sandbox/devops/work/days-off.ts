import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call } from '../protocol/call'
import type { DateRange } from '../store/team-settings'
import { rangesIn } from './capacities'
import { iterationsLink, settingsLink, type TeamContext, teamContext, teamLinks } from './team-context'
import { teamIteration, teamIterationUrl } from './team-iterations'

function shown(context: TeamContext, identifier: string, daysOff: readonly DateRange[]) {
  const iteration = teamIterationUrl(context, identifier)
  const url = `${iteration}/teamdaysoff`
  const links = {
    ...teamLinks(context, url),
    ...settingsLink(context),
    ...iterationsLink(context),
    teamIteration: { href: iteration },
  }
  return { daysOff, url, _links: links }
}

const identifierIn = (context: TeamContext, { parameters: [id = ''] }: Call): string =>
  teamIteration(context, id).iteration.identifier

/** The days on which the whole team is off. */
export function getDaysOff(call: Call): Answer {
  const context = teamContext(call)
  const identifier = identifierIn(context, call)
  return answer(shown(context, identifier, context.settings.daysOff.get(identifier) ?? []))
}

export async function changeDaysOff(call: Call): Promise<Answer> {
  const context = teamContext(call)
  const { store, project, team, settings } = context
  const identifier = identifierIn(context, call)
  const { daysOff } = await bodyOf(call.request)
  const ranges = rangesIn(daysOff)
  store.teamSettings.change(project, team, { daysOff: new Map([...settings.daysOff, [identifier, ranges] as const]) })
  return answer(shown(context, identifier, ranges))
}
