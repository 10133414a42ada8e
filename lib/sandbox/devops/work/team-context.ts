import 'server-only'
import type { Iteration, Project, Team } from '../../seed/model'
import { type Call, projectOf, teamOf } from '../protocol/call'
import type { Store } from '../store/index'
import type { TeamSettings } from '../store/team-settings'
import { nodeUrl } from '../wit/nodes/node-json'

/** Whose settings a request is about: those of the team in the address, else of the project's default team. */
export interface TeamContext {
  readonly store: Store
  readonly project: Project
  readonly team: Team
  readonly settings: TeamSettings
  readonly now: Date
}

export function teamContext(call: Call): TeamContext {
  const { store, now } = call
  const project = projectOf(call)
  const team = teamOf(call)
  return { store, project, team, settings: store.teamSettings.of(project, team), now }
}

export const iterationUrl = ({ store, project }: TeamContext, { path }: Iteration): string =>
  nodeUrl({ store, project, structure: 'iterations' }, path)

export const settingsUrl = ({ store, project, team }: TeamContext): string =>
  `${store.url}/${project.id}/${team.id}/_apis/work/teamsettings`

const href = (address: string) => ({ href: address })

/** The links with which everything about a team begins. */
export function teamLinks({ store, project, team }: TeamContext, self: string) {
  const projectUrl = `${store.url}/_apis/projects/${project.id}`
  return { self: href(self), project: href(projectUrl), team: href(`${projectUrl}/teams/${team.id}`) }
}

export const settingsLink = (context: TeamContext) => ({ teamSettings: href(settingsUrl(context)) })

export const iterationsLink = (context: TeamContext) => ({
  teamIterations: href(`${settingsUrl(context)}/iterations`),
})

/** The node with that identifier, if the project still has it. */
export const iterationOf = ({ project }: TeamContext, identifier: string | undefined): Iteration | undefined =>
  project.iterations.find((one) => one.identifier === identifier?.toLowerCase())
