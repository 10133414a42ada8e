import 'server-only'
import type { Project, Team } from '../../seed/model'
import { type Answer, answer, created, noContent } from '../protocol/answer'
import { bodyOf, type Call, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import { shownPerson } from '../wit/render'
import { defaultTeamStays, teamNameTaken } from './errors'
import { teamIdentity } from './team-identity'

function shown({ id, name, description }: Team, project: Project, { url, world }: Store) {
  return {
    id,
    name,
    url: `${url}/_apis/projects/${project.id}/teams/${id}`,
    description,
    identityUrl: `https://spsprodcus1.vssps.visualstudio.com/A${world.id}/_apis/Identities/${id}`,
    projectName: project.name,
    projectId: project.id,
  }
}

/** With the identity of its group, if the group is there and asked for. */
function shownWithIdentity(team: Team, project: Project, store: Store) {
  const identity = teamIdentity(team, project, store)
  return { ...shown(team, project, store), ...(identity ? { identity } : {}) }
}

/** Here, other than elsewhere, the number comes last. */
const listOf = (value: readonly unknown[]): Answer => answer({ value, count: value.length })

const isTrue = (query: URLSearchParams, name: string): boolean => query.get(name)?.toLowerCase() === 'true'

/** One page of what a query asks for by `$top` and `$skip`. */
function pageOf<T>(list: readonly T[], query: URLSearchParams): readonly T[] {
  const skip = numberIn(query, '$skip') ?? 0
  return list.slice(skip, skip + (numberIn(query, '$top') ?? 100))
}

/** A service principal is in no team unless somebody puts it into one, so of its own teams there are none. */
function list(call: Call, projects: readonly Project[]): Answer {
  const { store, query } = call
  const render = isTrue(query, '$expandIdentity') ? shownWithIdentity : shown
  const teams = projects.flatMap((project) => project.teams.map((team) => render(team, project, store)))
  return listOf(isTrue(query, '$mine') ? [] : pageOf(teams, query))
}

export const listAllTeams = (call: Call): Answer => list(call, call.store.projects.all())

function projectIn({ store, parameters: [nameOrId = ''] }: Call): Project {
  return store.projects.find(nameOrId)
}

function teamIn(call: Call): { project: Project; team: Team } {
  const project = projectIn(call)
  return { project, team: call.store.projects.findTeam(project, call.parameters[1] ?? '') }
}

export const listTeams = (call: Call): Answer => list(call, [projectIn(call)])

/** The caller's own teams, of which there are none, and the others. */
export function listTeamsByCategory(call: Call): Answer {
  const project = projectIn(call)
  const render = isTrue(call.query, '$expandIdentity') ? shownWithIdentity : shown
  const otherReadableTeams = pageOf(project.teams, call.query).map((team) => render(team, project, call.store))
  return answer({ myTeams: [], otherReadableTeams })
}

export function getTeam(call: Call): Answer {
  const { project, team } = teamIn(call)
  const render = isTrue(call.query, '$expandIdentity') ? shownWithIdentity : shown
  return answer(render(team, project, call.store))
}

/** The first member of a team is its administrator; of the others it is not said that they are not. */
export function listTeamMembers(call: Call): Answer {
  const { team } = teamIn(call)
  const members = team.members.map((person, at) => ({
    ...(at === 0 ? { isTeamAdmin: true } : {}),
    identity: shownPerson(person, call.store),
  }))
  return listOf(pageOf(members, call.query))
}

function checkedName(name: unknown, { teams }: Project, own?: Team): string {
  if (typeof name !== 'string' || name.trim() === '')
    throw argumentRefused('Value cannot be null.\r\nParameter name: name')
  const taken = teams.some((team) => team.id !== own?.id && team.name.toLowerCase() === name.toLowerCase())
  if (taken) throw teamNameTaken(name)
  return name
}

const withTeams = (project: Project, teams: readonly Team[]): Project => {
  const [first = project.teams[0], ...others] = teams
  return { ...project, teams: [first, ...others] }
}

export async function createTeam(call: Call): Promise<Answer> {
  const { store } = call
  const project = projectIn(call)
  const body = await bodyOf(call.request)
  const name = checkedName(body.name, project)
  const description = typeof body.description === 'string' ? body.description : ''
  const { id } = store.members.groups.add({ displayName: name, description }, project)
  const team = { id, name, description, members: [] }
  store.projects.put(withTeams(project, [...project.teams, team]))
  return created(shownWithIdentity(team, project, store))
}

export async function changeTeam(call: Call): Promise<Answer> {
  const { store } = call
  const { project, team } = teamIn(call)
  const body = await bodyOf(call.request)
  const name = body.name === undefined ? team.name : checkedName(body.name, project, team)
  const description = typeof body.description === 'string' ? body.description : team.description
  const group = store.members.findById(team.id)
  if (group?.kind === 'group') store.members.groups.rename(group, { displayName: name, description })
  const changed = { ...team, name, description }
  const teams = project.teams.map((one) => (one.id === team.id ? changed : one))
  store.projects.put(withTeams(project, teams))
  return answer(shownWithIdentity(changed, project, store))
}

export function deleteTeam(call: Call): Answer {
  const { store } = call
  const { project, team } = teamIn(call)
  if (team.id === project.teams[0].id) throw defaultTeamStays()
  const group = store.members.findById(team.id)
  if (group?.kind === 'group') store.members.groups.remove(group)
  const teams = project.teams.filter(({ id }) => id !== team.id)
  store.projects.put(withTeams(project, teams))
  return noContent
}
