import 'server-only'
import type { Iteration } from '../../seed/model'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, type Members } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { BugsBehavior, TeamSettings } from '../store/team-settings'
import { backlogIterationInvalid } from './errors'
import { currentIteration } from './schedule'
import {
  iterationOf,
  iterationsLink,
  iterationUrl,
  settingsUrl,
  type TeamContext,
  teamContext,
  teamLinks,
} from './team-context'

const noIteration = '00000000-0000-0000-0000-000000000000'
const currentIterationMacro = '@currentIteration'

/** The path begins below the root, whose own is empty. */
const reference = (context: TeamContext, iteration: Iteration) => ({
  id: iteration.identifier,
  name: iteration.name,
  path: iteration.path.slice(context.project.iterations[0].path.length),
  url: iterationUrl(context, iteration),
})

/** One link, or a list where both iterations are known, or none. */
function nodeLinks(context: TeamContext, iterations: readonly (Iteration | undefined)[]) {
  const links = iterations.flatMap((one) => (one ? [{ href: iterationUrl(context, one) }] : []))
  if (links.length === 0) return {}
  return { classificationNode: links.length === 1 ? links[0] : links }
}

function shown(context: TeamContext) {
  const { settings } = context
  const url = settingsUrl(context)
  const backlogIteration = iterationOf(context, settings.backlogIteration)
  const chosen = iterationOf(context, settings.defaultIteration)
  const defaultIteration = chosen ?? currentIteration(context)
  return {
    backlogIteration: backlogIteration ? reference(context, backlogIteration) : { id: noIteration },
    bugsBehavior: settings.bugsBehavior,
    workingDays: settings.workingDays,
    backlogVisibilities: settings.backlogVisibilities,
    defaultIteration: defaultIteration ? reference(context, defaultIteration) : null,
    defaultIterationMacro: chosen ? null : currentIterationMacro,
    url,
    _links: {
      ...teamLinks(context, url),
      ...iterationsLink(context),
      teamFieldValues: { href: `${url}/teamfieldvalues` },
      ...nodeLinks(context, [backlogIteration, defaultIteration]),
    },
  }
}

export const getTeamSettings = (call: Call): Answer => answer(shown(teamContext(call)))

function iterationIn(context: TeamContext, value: unknown): string {
  const iteration = typeof value === 'string' ? iterationOf(context, value) : undefined
  if (!iteration) throw backlogIterationInvalid()
  return iteration.identifier
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function workingDaysIn(value: unknown): string[] {
  const given = Array.isArray(value) ? value.map((day) => String(day).toLowerCase()) : []
  if (given.some((day) => !days.includes(day)))
    throw argumentRefused(`The value '${given.join()}' is not valid for workingDays.`)
  return days.filter((day) => given.includes(day))
}

const behaviors: readonly BugsBehavior[] = ['off', 'asRequirements', 'asTasks']

function bugsBehaviorIn(value: unknown): BugsBehavior {
  const behavior = behaviors.find((one) => one.toLowerCase() === String(value).toLowerCase())
  if (!behavior) throw argumentRefused(`The value '${value}' is not valid for bugsBehavior.`)
  return behavior
}

/** By reference name of the category, which is a name as it stands. */
function visibilitiesIn(value: unknown): Record<string, boolean> {
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(given.map(([category, isVisible]) => [category, isVisible === true]))
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** A default iteration takes the place of the macro, and the macro that of a default iteration. */
function changesIn(context: TeamContext, body: Members): Partial<TeamSettings> {
  const { backlogIteration, defaultIteration, defaultIterationMacro, bugsBehavior, workingDays } = body
  const { settings } = context
  return {
    ...(isGiven(backlogIteration) ? { backlogIteration: iterationIn(context, backlogIteration) } : {}),
    ...(isGiven(defaultIterationMacro) ? { defaultIteration: undefined } : {}),
    ...(isGiven(defaultIteration) ? { defaultIteration: iterationIn(context, defaultIteration) } : {}),
    ...(isGiven(bugsBehavior) ? { bugsBehavior: bugsBehaviorIn(bugsBehavior) } : {}),
    ...(isGiven(workingDays) ? { workingDays: workingDaysIn(workingDays) } : {}),
    backlogVisibilities: { ...settings.backlogVisibilities, ...visibilitiesIn(body.backlogVisibilities) },
  }
}

/** `PATCH`: what is not named stays; the answer is the whole. */
export async function changeTeamSettings(call: Call): Promise<Answer> {
  const context = teamContext(call)
  const { store, project, team } = context
  const settings = store.teamSettings.change(project, team, changesIn(context, await bodyOf(call.request)))
  return answer(shown({ ...context, settings }))
}
